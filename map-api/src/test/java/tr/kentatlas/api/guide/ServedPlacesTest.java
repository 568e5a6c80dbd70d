package tr.kentatlas.api.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.access.ServedEdition;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Releases;
import tr.kentatlas.spatial.release.Replacing;
import tr.kentatlas.testsupport.Patience;

class ServedPlacesTest {
    private final PGSimpleDataSource owner = SmallCity.database();
    private final JdbcClient jdbc = JdbcClient.create(owner);
    private final ServedEdition editions = new ServedEdition(new Releases(jdbc), new Editions(jdbc), () -> {});
    private final AtomicLong now = new AtomicLong();

    @TempDir
    private Path folder;

    /** Each attempt may read all of a large city's public copy, or fill the disk to its brim. */
    @Test
    void anIndexThatCannotBeBuiltIsTriedAfterLongerAndLongerPauses() {
        Away away = new Away();
        ServedPlaces places = places(away);
        int[] triesAtSecond = {1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 4};
        for (int second = 0; second < triesAtSecond.length; second++) {
            assertThatThrownBy(() -> places.read(ServedPlaces.Served::release)).isInstanceOf(Problem.class);
            assertThat(away.tries.get()).as("second %d", second).isEqualTo(triesAtSecond[second]);
            now.addAndGet(Duration.ofSeconds(1).toNanos());
        }
    }

    /** What it showed must perhaps not be seen. */
    @Test
    void aWithdrawnReleaseAnswersNothingWhileTheOneBeforeIsPrepared() {
        ServedPlaces places = places(owner);
        assertThat(places.read(ServedPlaces.Served::release)).isEqualTo(1);
        Publisher publisher = publishAnother();
        editions.run();
        while (places.read(ServedPlaces.Served::release) == 1) Patience.aMoment();
        publisher.rollback(1L, "test", "a mistake");
        editions.run();
        assertThat(places.read(ServedPlaces.Served::release)).isEqualTo(1);
    }

    private Publisher publishAnother() {
        Publisher publisher =
                new Publisher(owner, ModelReader.read(), SmallCity.SRID, (draft, progress) -> List.of(), List.of());
        publisher.draft(List.of("kamu_hizmetleri"), "test", null, Replacing.ANY, Progress.silent());
        publisher.check(Progress.silent());
        publisher.approve(List.of(), new Decision(Approval.COUNCIL, "2026/2", LocalDate.EPOCH, "test"));
        publisher.publish("test", null, Progress.silent());
        return publisher;
    }

    private static final class Away extends AbstractDataSource {
        private final AtomicInteger tries = new AtomicInteger();

        @Override
        public Connection getConnection() throws SQLException {
            tries.incrementAndGet();
            throw new SQLException("away");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }

    private ServedPlaces places(DataSource open) {
        City city = SmallCity.city(owner);
        City over = new City(
                city.name(),
                city.credits(),
                city.isSample(),
                open,
                city.named(),
                city.watched(),
                city.desk(),
                city.adminKey(),
                city.journal());
        return new ServedPlaces(editions, over, folder, now::get);
    }
}
