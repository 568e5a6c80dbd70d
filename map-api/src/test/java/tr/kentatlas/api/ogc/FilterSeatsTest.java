package tr.kentatlas.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.testsupport.Patience;

/** From one network only a few filters are answered at a time; whoever has a key is no stranger. */
class FilterSeatsTest {
    private static final String QUESTION = "/ogc/collections/agac/items?limit=1&filter=boy%20%3E%20";
    private static final String LONG = "/ogc/collections/agac/items?limit=";
    private static final int SEATS = 4;

    private final ServedCity city = ServedCity.shared();
    private final JdbcClient owner = JdbcClient.create(city.owner());

    @Test
    void theFilterTooManyIsSentAwayWhileTheOthersAreAnswered() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> seated;
        try (Connection holder = city.owner().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE " + trees() + " IN ACCESS EXCLUSIVE MODE");
            seated = Stream.iterate(1, n -> n + 1)
                    .limit(SEATS)
                    .map(n -> CompletableFuture.supplyAsync(() -> city.get(QUESTION + n), FilterSeatsTest::besides))
                    .toList();
            while (waiting() < SEATS) Patience.aMoment();
            HttpResponse<String> sentAway =
                    city.get("/ogc/collections/agac/items?limit=1&boy=9", "Accept-Language", "en");
            assertThat(sentAway.statusCode()).isEqualTo(503);
            assertThat(sentAway.body()).contains("Other filters from your network");
            holder.rollback();
        }
        assertThat(seated).allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(200));
        assertThat(city.get(QUESTION + 9).statusCode()).isEqualTo(200);
    }

    /** Each holds its turn as long as its reader takes, and there are four for everybody. */
    @Test
    void ofTheTurnsOfLongPagesOneNetworkHasHalf() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> seated;
        try (Connection holder = city.owner().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE " + trees() + " IN ACCESS EXCLUSIVE MODE");
            seated = Stream.of(501, 502)
                    .map(n -> CompletableFuture.supplyAsync(() -> city.get(LONG + n), FilterSeatsTest::besides))
                    .toList();
            while (waiting() < 2) Patience.aMoment();
            HttpResponse<String> sentAway = city.get(LONG + "503&boy=9", "Accept-Language", "en");
            assertThat(sentAway.statusCode()).isEqualTo(503);
            assertThat(sentAway.body()).contains("from your network").contains("at most 500 records");
            assertThat(waiting()).isEqualTo(2);
            holder.rollback();
        }
        assertThat(seated).allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(200));
        assertThat(city.get(LONG + "503&boy=9").statusCode()).isEqualTo(200);
    }

    /** The pool all share has one thread on a machine of two processors. */
    private static void besides(Runnable task) {
        Thread.ofPlatform().daemon().start(task);
    }

    private String trees() {
        return owner.sql(
                        "SELECT format('acik_%s.agac', snapshot_id) FROM release.content JOIN release.pointer USING (release_no)"
                                + " WHERE theme = 'yesil_alan'")
                .query(String.class)
                .single();
    }

    private int waiting() {
        return owner.sql("SELECT count(*) FROM pg_locks WHERE NOT granted AND database ="
                        + " (SELECT oid FROM pg_database WHERE datname = current_database())")
                .query(Integer.class)
                .single();
    }
}
