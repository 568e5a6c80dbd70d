package tr.kentatlas.api.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.city.Credits;
import tr.kentatlas.api.cli.instance.WebPort;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.cluster.Secret;
import tr.kentatlas.testsupport.Patience;
import tr.kentatlas.testsupport.PostgisServer;

class WebServerTest {
    @TempDir
    Path folder;

    private final PGSimpleDataSource database = migrated();
    private final AtomicInteger asked = new AtomicInteger();
    private final DataSource watched = new DelegatingDataSource(database) {
        @Override
        public Connection getConnection() throws SQLException {
            asked.incrementAndGet();
            return super.getConnection();
        }
    };
    private final City city = new City(
            "Deneme", Credits.none(), true, database, database, watched, database, new Secret(""), SmallCity.journal());

    @Test
    void itTellsWhetherItAndTheDatabaseAreWellAndAsksOnceASecondHoweverManyAskIt() throws Exception {
        WebPort port = FreePort.find();
        try (var web = WebServer.start(port, city, folder)) {
            assertThat(web.isRunning()).isTrue();
            assertThat(health(port)).isEqualTo("200 {\"liveness\":\"up\",\"readiness\":\"up\",\"database\":\"up\"}");
            long begin = System.nanoTime();
            for (int i = 0; i < 50; i++) assertThat(health(port)).contains("\"database\":\"up\"");
            long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
            assertThat(asked.get()).isLessThanOrEqualTo((int) seconds + 2);
            database.setPassword("lost");
            Instant end = Instant.now().plusSeconds(20);
            while (health(port).contains("\"database\":\"up\"") && Instant.now().isBefore(end)) Patience.aMoment();
            assertThat(health(port)).isEqualTo("200 {\"liveness\":\"up\",\"readiness\":\"up\",\"database\":\"down\"}");
        }
    }

    @Test
    void whereAllConnectionsAreTakenTheDatabaseIsBusyAndNotAway() throws Exception {
        WebPort port = FreePort.find();
        try (HikariDataSource open = new HikariDataSource()) {
            open.setDataSource(database);
            open.setMaximumPoolSize(1);
            open.setConnectionTimeout(500);
            City busy = new City(
                    "Deneme",
                    Credits.none(),
                    true,
                    open,
                    database,
                    database,
                    database,
                    new Secret(""),
                    SmallCity.journal());
            try (var web = WebServer.start(port, busy, folder);
                    var taken = open.getConnection()) {
                assertThat(web.isRunning()).isTrue();
                assertThat(taken.isClosed()).isFalse();
                assertThat(health(port)).contains("\"database\":\"up\"");
            }
        }
    }

    @Test
    void aPortTakenAtTheLastMomentIsTheOperatorsMatter() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            WebPort port = new WebPort(other.getLocalPort());
            assertThatThrownBy(() -> WebServer.start(port, city, folder))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("is taken by another program");
        }
    }

    private static PGSimpleDataSource migrated() {
        PGSimpleDataSource database = SmallCity.empty();
        return PostgisServer.shared()
                .as(
                        database,
                        Objects.requireNonNull(database.getUser()),
                        Objects.requireNonNull(database.getPassword()));
    }

    private static String health(WebPort port) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(port.url() + "/health")).build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        }
    }
}
