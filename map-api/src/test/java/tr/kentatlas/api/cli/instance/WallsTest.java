package tr.kentatlas.api.cli.instance;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.store.sql.OneTransaction;

class WallsTest {
    private static final List<String> ROLES = List.of("kent_acik", "kent_yayin", "kent_desk");

    @TempDir
    private Path base;

    @Test
    void theServerAndItsLogSeeNoPasswordOfARoleButItsVerifierAndAServerThatFallsSilentIsNoticed() throws Exception {
        Instance city = Instance.of(base, "izmir");
        city.makeFolder();
        try (CityDatabase database = new CityDatabase(city, Map.of())) {
            database.open(Progress.silent());
            JdbcClient owner = JdbcClient.create(database.owner());
            ROLES.forEach(role -> owner.sql("CREATE ROLE " + role).update());
            owner.sql("ALTER SYSTEM SET log_statement = 'all'").update();
            owner.sql("SELECT pg_reload_conf()").query(Boolean.class).single();
            try (Walls walls = database.walls()) {
                assertNoticed(walls);
            }
            for (String role : ROLES)
                assertThat(owner.sql("SELECT rolpassword FROM pg_authid WHERE rolname = ?")
                                .param(role)
                                .query(String.class)
                                .single())
                        .startsWith("SCRAM-SHA-256$");
        }
        try {
            List<String> told = Files.readAllLines(city.cluster().log()).stream()
                    .filter(line -> line.contains("PASSWORD '"))
                    .toList();
            assertThat(told).hasSameSizeAs(ROLES).allMatch(line -> line.contains("PASSWORD 'SCRAM-SHA-256$"));
        } finally {
            city.cluster().remove();
        }
    }

    /** A server whose machine loses its power closes nothing: without these its connections would be waited for without end. */
    private static void assertNoticed(Walls walls) throws SQLException {
        Map<DataSource, Integer> seconds =
                Map.of(walls.open(), 60, walls.named(), 60, walls.watched(), 5, walls.desk(), 960);
        for (DataSource wall : seconds.keySet()) {
            assertThat(((HikariDataSource) wall).getDataSourceProperties()).containsEntry("tcpKeepAlive", "true");
            try (Connection connection = wall.getConnection()) {
                assertThat(connection.getNetworkTimeout()).isEqualTo(1_000 * seconds.get(wall));
            }
        }
    }

    @Test
    void twoNodesMayStartAtTheSameMoment() throws Exception {
        Instance city = Instance.of(base, "bursa");
        city.makeFolder();
        try (CityDatabase database = new CityDatabase(city, Map.of())) {
            database.open(Progress.silent());
            JdbcClient owner = JdbcClient.create(database.owner());
            ROLES.forEach(role -> owner.sql("CREATE ROLE " + role).update());
            CompletableFuture<Void> second;
            try (Connection first = database.owner().getConnection();
                    OneTransaction whole = OneTransaction.on(first)) {
                whole.jdbc().sql("ALTER ROLE kent_acik LOGIN").update();
                second = CompletableFuture.runAsync(() -> database.walls().close());
                while (!isSomebodyWaiting(owner) && !second.isDone()) Thread.sleep(20);
                whole.commit();
            }
            assertThat(second).succeedsWithin(Duration.ofSeconds(30));
        } finally {
            city.cluster().remove();
        }
    }

    private static boolean isSomebodyWaiting(JdbcClient owner) {
        return owner.sql("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock')")
                .query(Boolean.class)
                .single();
    }
}
