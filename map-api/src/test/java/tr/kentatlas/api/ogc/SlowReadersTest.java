package tr.kentatlas.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.access.View;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.feed.Differences;
import tr.kentatlas.spatial.feed.Side;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.FeatureStore;
import tr.kentatlas.spatial.store.TooManyReaders;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.WallReader;

/** Who takes an answer slowly, or not at all, leaves others their connections to the database. */
class SlowReadersTest {
    private final PGSimpleDataSource owner = SmallCity.database();
    private final Edition edition =
            new Editions(JdbcClient.create(owner)).find(1).orElseThrow();
    private final VisibleType buildings = View.visitor(edition).type("bina");
    private final HikariDataSource pool = new HikariDataSource();
    private final WallReader reader = new WallReader(pool, pool);
    private final FeatureStore store = new FeatureStore(reader);

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void aPageIsHandedOverWhenItsConnectionIsFreeAgain() {
        begin(1);
        AtomicLong counted = new AtomicLong();
        store.geoJsonPage(edition, buildings, page(100), feature -> counted.addAndGet(count()));
        assertThat(counted).hasPositiveValue();
    }

    @Test
    void longAnswersHaveNoMoreThanHalfOfTheConnections() throws InterruptedException {
        begin(8);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        CountDownLatch began = new CountDownLatch(4);
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            readers.add(Thread.ofVirtual()
                    .start(() -> store.geoJsonPage(edition, buildings, page(5_000), feature -> {
                        began.countDown();
                        await(mayGoOn);
                    })));
        }
        await(began);
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isEqualTo(4);
        assertThat(count()).isPositive();
        mayGoOn.countDown();
        for (Thread one : readers) assertThat(one.join(Duration.ofSeconds(60))).isTrue();
    }

    /** A follower of changes may be as slow; a few changes are handed over like a page. */
    @Test
    void aLongFeedWaitsForItsTurnAsLongAnswersDo() throws InterruptedException {
        begin(8);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        CountDownLatch began = new CountDownLatch(4);
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            readers.add(Thread.ofVirtual()
                    .start(() -> store.geoJsonPage(edition, buildings, page(5_000), feature -> {
                        began.countDown();
                        await(mayGoOn);
                    })));
        }
        await(began);
        Differences shared = new Differences(reader);
        Side all = new Side(edition, View.visitor(edition).grant());
        assertThatThrownBy(() -> shared.read(null, all, Differences.Piece.after("bina", null, 50_000), change -> {}))
                .isInstanceOf(TooManyReaders.class);
        AtomicLong counted = new AtomicLong();
        shared.read(null, all, Differences.Piece.after("bina", null, 10), change -> counted.addAndGet(count()));
        assertThat(counted).hasPositiveValue();
        mayGoOn.countDown();
        for (Thread one : readers) assertThat(one.join(Duration.ofSeconds(60))).isTrue();
    }

    private void begin(int connections) {
        pool.setDataSource(owner);
        pool.setMaximumPoolSize(connections);
        pool.setConnectionTimeout(2_000);
    }

    private long count() {
        return store.count(edition, buildings, page(1));
    }

    private static FeatureQuery page(int limit) {
        return FeatureQuery.all("bina", Page.first(limit));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
