package tr.kentatlas.registry.simulator;

import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tr.kentatlas.spatial.progress.Progress;

/** A city's working rows as one moment saw them, handed on one by one and counted: never all of them in memory. */
final class CityRows {
    private static final String COUNT =
            "SELECT (SELECT count(*) FROM working.yol_orta_hat_yon) + (SELECT count(*) FROM working.bina)"
                    + " + (SELECT count(*) FROM working.numarataj) + (SELECT count(*) FROM working.bagimsiz_bolum)";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private long done;
    private Progress.@Nullable Step step;

    CityRows(DataSource city) {
        jdbc = new JdbcTemplate(city);
        jdbc.setFetchSize(2_000);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(city));
        transaction.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
    }

    /** Reads within one transaction; a city that was just loaded is counted first, or the database would guess its joins. */
    void read(Progress progress, Runnable work) {
        jdbc.queryForObject("SELECT registry.know_sizes()", Integer.class);
        transaction.executeWithoutResult(status -> {
            Long all = jdbc.queryForObject(COUNT, Long.class);
            done = 0;
            try (Progress.Step counted = progress.begin("Making the registry of the city", all == null ? 0 : all)) {
                step = counted;
                work.run();
                counted.at(done);
                counted.done();
            } finally {
                step = null;
            }
        });
    }

    void each(String sql, RowCallbackHandler row) {
        jdbc.query(sql, (RowCallbackHandler) result -> {
            row.processRow(result);
            count();
        });
    }

    /** The geometry of a row, from its column {@code shape}; null where it is none of that type. */
    static <T extends Geometry> @Nullable T shape(ResultSet row, Class<T> type) throws SQLException {
        byte[] bytes = row.getBytes("shape");
        try {
            Geometry shape = bytes == null ? null : new WKBReader().read(bytes);
            return type.isInstance(shape) ? type.cast(shape) : null;
        } catch (ParseException e) {
            throw new SQLException(e);
        }
    }

    private void count() {
        Progress.Step counted = step;
        if (++done % 500 == 0 && counted != null) counted.at(done);
    }
}
