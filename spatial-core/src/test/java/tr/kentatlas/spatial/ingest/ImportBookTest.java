package tr.kentatlas.spatial.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;

class ImportBookTest {
    private final PGSimpleDataSource city = TestCity.empty();
    private final JdbcClient jdbc = JdbcClient.create(city);

    @Test
    void rejectsAreReadInPortionsHoweverManyTheyAre() {
        jdbc.sql("""
                WITH import AS (INSERT INTO ingest.import (source, imported_by) VALUES ('a.gpkg', 'tester') RETURNING import_no)
                INSERT INTO ingest.reject (import_no, type, key, reason, record_no)
                SELECT import_no, 'bina', 'k' || n, 'no identity', n FROM import, generate_series(1, 5000) n
                """).update();
        List<ImportBook.Reject> told = new ArrayList<>();
        new ImportBook(city).rejects(1, reject -> {
            if (told.isEmpty()) assertThat(openReaders()).isEqualTo(1);
            told.add(reject);
        });
        assertThat(told).hasSize(5000);
    }

    /** Whoever has read only a part of what is to come. */
    private int openReaders() {
        return jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND state = 'idle in transaction' AND query LIKE '%ingest.reject%'")
                .query(Integer.class)
                .single();
    }
}
