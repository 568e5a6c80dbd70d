package tr.kentatlas.api.ogc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.KentatlasApplication;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.access.ServedEdition;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.city.Credits;
import tr.kentatlas.cluster.Secret;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Replacing;
import tr.kentatlas.spatial.store.schema.CodeListTables;
import tr.kentatlas.testsupport.PostgisServer;

/** A small published city, served for the tests of one JVM: real roles, real walls, a real port. */
final class ServedCity {
    static final String ADMIN_KEY = "yalniz-testler";
    static final Model MODEL = ModelReader.read();

    private static final JsonMapper JSON = JsonMapper.shared();

    private final PGSimpleDataSource owner;
    private final String url;
    private final ConfigurableApplicationContext web;
    private final HttpClient client = HttpClient.newHttpClient();

    private ServedCity() {
        owner = SmallCity.database();
        new CodeListTables(owner).fill(MODEL);
        web = start();
        url = "http://localhost:" + web.getEnvironment().getProperty("local.server.port");
    }

    /** The city all tests share; who publishes in it may only do so with the same content. */
    static ServedCity shared() {
        return Holder.CITY;
    }

    int srid() {
        return SmallCity.SRID;
    }

    String url() {
        return url;
    }

    PGSimpleDataSource owner() {
        return owner;
    }

    /** Before the wall of a role, as the service itself stands there. */
    DataSource as(String role) {
        return PostgisServer.shared().as(owner, role, SmallCity.ROLE_PASSWORD);
    }

    /** Returns when it is served. */
    void publish() {
        Publisher publisher = new Publisher(owner, MODEL, SmallCity.SRID, (draft, progress) -> List.of(), List.of());
        publisher.draft(List.of(), "test", null, Replacing.ANY, Progress.silent());
        publisher.check(Progress.silent());
        publisher.approve(List.of(), new Decision(Approval.COUNCIL, "2026/17", LocalDate.of(2026, 11, 3), "Başkan"));
        publisher.publish("test", null, Progress.silent());
        web.getBean(ServedEdition.class).run();
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : url + path));
        if (headers.length > 0) request.headers(headers);
        return send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpResponse<byte[]> bytes(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        if (headers.length > 0) request.headers(headers);
        return send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> admin(String path) {
        return get(path, "Authorization", "Bearer " + ADMIN_KEY);
    }

    JsonNode json(String path, String... headers) {
        return JSON.readTree(get(path, headers).body());
    }

    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ConfigurableApplicationContext start() {
        City city = new City(
                "Deneme",
                Credits.none(),
                true,
                pool("kent_acik"),
                pool("kent_yayin"),
                pool("kent_acik"),
                pool("kent_desk"),
                new Secret(ADMIN_KEY),
                SmallCity.journal());
        SpringApplication application = new SpringApplication(KentatlasApplication.class);
        application.setDefaultProperties(Map.of("server.port", 0));
        application.addInitializers(
                context -> ((GenericApplicationContext) context).registerBean("city", City.class, () -> city));
        return application.run();
    }

    private void letIn(String role) {
        JdbcClient.create(owner)
                .sql("ALTER ROLE " + role + " LOGIN PASSWORD '" + SmallCity.ROLE_PASSWORD + "'")
                .update();
    }

    private DataSource pool(String role) {
        letIn(role);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(Objects.requireNonNull(owner.getUrl()));
        config.setUsername(role);
        config.setPassword(SmallCity.ROLE_PASSWORD);
        config.setMaximumPoolSize(4);
        config.setReadOnly(!role.equals("kent_desk"));
        return new HikariDataSource(config);
    }

    private static final class Holder {
        static final ServedCity CITY = PostgisServer.shared().kept(ServedCity::new);
    }
}
