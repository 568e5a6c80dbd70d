package tr.kentatlas.api.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.cli.instance.WebPort;
import tr.kentatlas.testsupport.Patience;
import tr.kentatlas.testsupport.PostgisServer;

/** A database that its administrator closes for a while, or that has no place left, is away like one that is stopped. */
class ClosedDatabaseTest {
    private static final List<String> ADDRESSES = List.of(
            "/ogc/collections/bina/items?limit=1",
            "/ogc/collections/bina/items?limit=1&f=html",
            "/ogc/collections/parsel/tiles/WebMercatorQuad/14/0/0",
            "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=bina&STYLES=&CRS=CRS:84&BBOX=32.8,39.8,33.1,40.0"
                    + "&WIDTH=64&HEIGHT=64&FORMAT=image/png",
            "/api/desk/sign-in/providers",
            "/exchange/changes");

    private final HttpClient client = HttpClient.newHttpClient();
    private final PGSimpleDataSource owner = SmallCity.few();
    private final String name = Objects.requireNonNull(owner.getDatabaseName());
    private final JdbcClient server = JdbcClient.create(PostgisServer.shared().maintenance());

    @Test
    @Timeout(120)
    void noAnswerIsAFaultOfOursAndAllComesBack(@TempDir Path folder) throws Exception {
        WebPort port = FreePort.find();
        City city = SmallCity.city(owner);
        for (var pool : List.of(city.open(), city.named(), city.desk()))
            ((HikariDataSource) pool).setConnectionTimeout(500);
        try (var web = WebServer.start(port, city, folder)) {
            assertThat(web.isRunning()).isTrue();
            assertThat(get(port.url() + ADDRESSES.getFirst()).statusCode()).isEqualTo(200);
            for (String closing : List.of("ALLOW_CONNECTIONS false", "CONNECTION LIMIT 0")) {
                close(closing);
                for (String address : ADDRESSES) {
                    HttpResponse<String> answer = get(port.url() + address);
                    assertThat(answer.statusCode())
                            .as(closing + " " + address + " " + answer.body())
                            .isIn(200, 204, 401, 503);
                }
                assertThat(get(port.url() + ADDRESSES.getFirst()).body()).contains("/problems/database-away");
                open();
                while (get(port.url() + ADDRESSES.getFirst()).statusCode() == 503) Patience.aMoment();
                assertThat(get(port.url() + ADDRESSES.getFirst()).statusCode()).isEqualTo(200);
            }
        }
    }

    private void close(String how) {
        server.sql("ALTER DATABASE " + name + " " + how).update();
        server.sql("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = ?")
                .param(name)
                .query((row, n) -> row.getBoolean(1))
                .list();
    }

    private void open() {
        server.sql("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true").update();
        server.sql("ALTER DATABASE " + name + " CONNECTION LIMIT -1").update();
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
