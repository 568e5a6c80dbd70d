package tr.kentatlas.benchmarks.service;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The least a Spring application can do: the same query, no grant, no model, no release; the same server and settings. */
@SpringBootApplication(
        exclude = {
            SecurityAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class,
            SecurityFilterAutoConfiguration.class
        })
@RestController
public class FloorApp {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final List<String> fields;
    private final String select;

    FloorApp(@Value("${floor.fields}") List<String> fields) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(System.getenv("KENT_DB_URL"));
        pool.setUsername(System.getenv("KENT_DB_USER"));
        pool.setPassword(System.getenv("KENT_DB_PASSWORD"));
        pool.setMaximumPoolSize(8);
        this.jdbc = JdbcClient.create(pool);
        this.fields = List.copyOf(fields);
        this.select = "SELECT tucbs_no, geojson, " + String.join(", ", fields) + " FROM floor.acik WHERE tucbs_no = ?";
    }

    public static void main(String[] args) {
        SpringApplication.run(FloorApp.class, args);
    }

    @GetMapping("/ready")
    String ready() {
        return jdbc.sql("SELECT 'ready'").query(String.class).single();
    }

    @GetMapping("/items/{id}")
    ResponseEntity<byte[]> item(@PathVariable("id") UUID id) {
        byte[] body = jdbc.sql(select).param(id).query((row, n) -> feature(row)).single();
        return ResponseEntity.ok()
                .header("Content-Type", "application/geo+json")
                .body(body);
    }

    private byte[] feature(ResultSet row) throws SQLException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(2048);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("type", "Feature");
            json.writeStringProperty("id", row.getString(1));
            json.writeName("geometry");
            json.writeRawValue(row.getString(2));
            json.writeName("properties");
            json.writeStartObject();
            for (int i = 0; i < fields.size(); i++) json.writePOJOProperty(fields.get(i), row.getObject(3 + i));
            json.writeEndObject();
            json.writeEndObject();
        }
        return out.toByteArray();
    }
}
