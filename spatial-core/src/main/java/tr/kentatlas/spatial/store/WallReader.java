package tr.kentatlas.spatial.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import tr.kentatlas.spatial.store.sql.OneTransaction;
import tr.kentatlas.spatial.store.sql.SqlFragment;
import tr.kentatlas.spatial.store.sql.StoreFailed;

/** Reads granted statements, each through the connections of its wall's role. */
public final class WallReader {
    /** Larger answers are fetched in portions, so that memory stays constant. */
    public static final int PORTION = 500;

    private static final int AT_ONCE = 0;

    private final DataSource open;
    private final DataSource named;
    private final LongReads openReads = new LongReads();
    private final LongReads namedReads = new LongReads();

    /**
     * @param open connects as {@code kent_acik}
     * @param named connects as {@code kent_yayin}
     */
    public WallReader(DataSource open, DataSource named) {
        this.open = open;
        this.named = named;
    }

    /** Reads an answer row by row. */
    @FunctionalInterface
    public interface RowsReader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    /**
     * What the reader makes of the answer.
     *
     * @param expected about how many rows there may be
     */
    public <T> T read(GrantedSql sql, int expected, RowsReader<T> reader) {
        return read(sql, expected, reader, Watch.NOBODY);
    }

    /** The same, watched, so that it can be ended before its time. */
    public <T> T read(GrantedSql sql, int expected, RowsReader<T> reader, Watch watch) {
        return read(sql.wall(), sql.fragment(), expected, reader, watch);
    }

    /** What the database works out without reading a feature. */
    <T> T workOut(PublishedTable.Wall wall, SqlFragment sql, RowsReader<T> reader, Watch watch) {
        return read(wall, sql, 1, reader, watch);
    }

    /** A read before that wall whose rows are sent as they come, as soon as it is its turn. */
    public <T> T inTurn(PublishedTable.Wall wall, Supplier<T> read) {
        return (wall == PublishedTable.Wall.ACIK ? openReads : namedReads).take(read);
    }

    private <T> T read(PublishedTable.Wall wall, SqlFragment sql, int expected, RowsReader<T> reader, Watch watch) {
        try (Connection connection = pool(wall).getConnection()) {
            return expected > PORTION
                    ? inPortions(connection, sql, reader, watch)
                    : read(connection, sql, AT_ONCE, reader, watch);
        } catch (SQLException e) {
            throw new StoreFailed(e);
        }
    }

    /** Which the driver fetches inside a transaction only. */
    private static <T> T inPortions(Connection connection, SqlFragment sql, RowsReader<T> reader, Watch watch)
            throws SQLException {
        try (OneTransaction transaction = OneTransaction.on(connection)) {
            T answer = read(connection, sql, PORTION, reader, watch);
            transaction.commit();
            return answer;
        }
    }

    private static <T> T read(Connection connection, SqlFragment sql, int fetched, RowsReader<T> reader, Watch watch)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.sql())) {
            statement.setFetchSize(fetched);
            int index = 1;
            for (Object arg : sql.args()) statement.setObject(index++, arg);
            watch.begins(statement);
            try (ResultSet rows = statement.executeQuery()) {
                return reader.read(rows);
            }
        } finally {
            watch.ended();
        }
    }

    private DataSource pool(PublishedTable.Wall wall) {
        return wall == PublishedTable.Wall.ACIK ? open : named;
    }
}
