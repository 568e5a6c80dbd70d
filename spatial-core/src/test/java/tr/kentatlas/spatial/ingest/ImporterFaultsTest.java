package tr.kentatlas.spatial.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tr.kentatlas.spatial.Records.building;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.progress.Progress;

/** Sources and databases that fail under an import. */
class ImporterFaultsTest {
    private final PGSimpleDataSource city = TestCity.empty();
    private final JdbcClient jdbc = JdbcClient.create(city);
    private final Importer importer = new Importer(city, TestCity.MODEL, TestCity.SRID);

    @Test
    void aCrsTheDatabaseDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> importer.run(new ListSource(999_998, List.of()), "tester", Progress.silent()))
                .isInstanceOf(BrokenSourceException.class)
                .hasMessageContaining("EPSG:999998");
    }

    @Test
    void aSourceThatBreaksHalfWayLeavesNothingBehind() {
        FeatureSource broken = new EndingSource(() -> {
            throw new BrokenSourceException("the file ends in the middle of a record");
        });
        assertThatThrownBy(() -> importer.run(broken, "tester", Progress.silent()))
                .isInstanceOf(BrokenSourceException.class);
        assertThat(jdbc.sql("SELECT (SELECT count(*) FROM working.bina) + (SELECT count(*) FROM ingest.import)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whyTheDatabaseWentAwayIsNotHiddenByTheRollback() {
        FeatureSource ending =
                new EndingSource(() -> jdbc.sql("""
                        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                         WHERE datname = current_database() AND pid <> pg_backend_pid()
                        """).query(Integer.class).single());
        assertThatThrownBy(() -> importer.run(ending, "tester", Progress.silent()))
                .isInstanceOf(ImportFailed.class)
                .cause()
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isIn("57P01", "08006"));
    }

    /** Delivers one building and then comes to its end in a bad way. */
    private record EndingSource(Runnable end) implements FeatureSource {
        @Override
        public String name() {
            return "ending";
        }

        @Override
        public int srid() {
            return 0;
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.empty();
        }

        @Override
        public void read(RecordSink sink) {
            sink.accept(building("a", 0, 5));
            end.run();
        }
    }
}
