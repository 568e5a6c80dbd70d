package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.testsupport.Patience;
import tr.kentatlas.testsupport.PostgisServer;

/** A backup of an earlier day comes back beneath a service that goes on running, and the next release bears a number it knows already. */
class RestoredBeneathTest {
    private static final String[] OPERATOR = {"Authorization", "Bearer " + SmallCity.ADMIN_KEY};
    private static final String ITEMS = "/ogc/collections/bina/items?limit=1";
    private static final String LEGEND = "/api/thematic/katlar222222";
    private static final Pattern NEXT = Pattern.compile("cursor=([^\"&]+)");

    @Test
    void nothingKeptOfTheOtherReleaseOfThatNumberIsServed() throws Exception {
        try (ExchangeCity city = ExchangeCity.ofFew()) {
            floors(city.owner(), 7);
            map(city.owner());
            assertThat(city.publish()).isEqualTo(2);
            String address = "/ogc/collections/bina/tiles/WebMercatorQuad/" + city.tile();
            byte[] before = city.bytes(address, OPERATOR).body();
            String items = city.get(ITEMS).body();
            assertThat(items).contains("\"zeminUstuKatSayisi\":7");
            String next = ITEMS + "&cursor=" + cursor(items);
            assertThat(city.get(next).statusCode()).isEqualTo(200);
            assertThat(city.get(LEGEND).body()).contains("\"tr\":\"7");
            PGSimpleDataSource backup = SmallCity.few();
            map(backup);
            floors(backup, 2);
            assertThat(ExchangeCity.publish(backup)).isEqualTo(2);
            takePlaceOf(city.owner(), backup);
            await(() -> city.get(ITEMS).body().contains("\"zeminUstuKatSayisi\":2"));
            await(() -> !Arrays.equals(city.bytes(address, OPERATOR).body(), before));
            assertThat(city.get(LEGEND).body()).contains("\"tr\":\"2").doesNotContain("\"tr\":\"7");
            assertThat(city.get(next).statusCode())
                    .as("a page of the other release leads nowhere")
                    .isEqualTo(400);
        }
    }

    /** A thematic map everybody may see. */
    private static void map(PGSimpleDataSource database) {
        JdbcClient.create(database)
                .sql("INSERT INTO thematic.map (map_id, definition, state, owner, changed_by) VALUES ('katlar222222',"
                        + " '{\"type\":\"bina\",\"value\":\"zeminUstuKatSayisi\"}', 'shared', 'test', 'test')")
                .update();
    }

    private static String cursor(String items) {
        Matcher next = NEXT.matcher(items);
        assertThat(next.find()).isTrue();
        return next.group(1);
    }

    private static void floors(PGSimpleDataSource database, int floors) {
        JdbcClient.create(database)
                .sql("UPDATE working.bina SET kat_ustu = ?")
                .param(floors)
                .update();
    }

    private static void takePlaceOf(PGSimpleDataSource served, PGSimpleDataSource backup) {
        String name = Objects.requireNonNull(served.getDatabaseName());
        String other = Objects.requireNonNull(backup.getDatabaseName());
        JdbcClient server = JdbcClient.create(PostgisServer.shared().maintenance());
        server.sql("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false").update();
        server.sql("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname IN (?, ?)")
                .params(name, other)
                .query((row, n) -> row.getBoolean(1))
                .list();
        server.sql("ALTER DATABASE " + name + " RENAME TO " + name + "_before").update();
        server.sql("ALTER DATABASE " + other + " RENAME TO " + name).update();
    }

    /** The service looks again and again which release is served. */
    private static void await(BooleanSupplier isSo) {
        Instant end = Instant.now().plusSeconds(30);
        while (!isSo.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Patience.aMoment();
        }
    }
}
