package tr.kentatlas.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PostgisServerTest {
    private final PostgisServer server = PostgisServer.shared();

    @Test
    void postgisIsReal() {
        DataSource database = server.newDatabase();
        run(database, "CREATE EXTENSION postgis");
        assertThat(ask(database, "SELECT ST_Area('POLYGON((0 0,0 2,3 2,3 0,0 0))')"))
                .isEqualTo("6");
    }

    @Test
    void twoDatabasesShareNothing() {
        run(server.newDatabase(), "CREATE TABLE park (id int)");
        assertThat(ask(server.newDatabase(), "SELECT to_regclass('park') IS NULL"))
                .isEqualTo("t");
    }

    @Test
    void aTemplateIsPreparedOnceAndCopied() {
        AtomicInteger prepared = new AtomicInteger();
        PGSimpleDataSource first = copyOfParks(prepared);
        run(first, "DELETE FROM park");
        assertThat(ask(copyOfParks(prepared), "SELECT count(*) FROM park")).isEqualTo("3");
        assertThat(prepared).hasValue(1);
    }

    @Test
    void anotherRoleSeesOnlyWhatItMay() {
        PGSimpleDataSource database = server.newDatabase();
        run(database, "CREATE TABLE park (id int); CREATE ROLE visitor LOGIN PASSWORD 'secret'");
        DataSource visitor = server.as(database, "visitor", "secret");
        assertThat(ask(visitor, "SELECT current_user")).isEqualTo("visitor");
        assertThatThrownBy(() -> ask(visitor, "SELECT count(*) FROM park")).hasMessageContaining("permission denied");
    }

    @Test
    void theDatabasesOfAFinishedClassGoButForThoseThatAreKeptOrStillUsed() throws SQLException {
        PGSimpleDataSource over = server.newDatabase();
        run(over, "CREATE TABLE park (id int)");
        PGSimpleDataSource kept = server.kept(server::newDatabase);
        PGSimpleDataSource used = server.newDatabase();
        try (Connection user = used.getConnection()) {
            PostgisServer.dropLent();
            assertThat(isThere(over)).isFalse();
            assertThat(isThere(kept)).isTrue();
            assertThat(user.isValid(1)).isTrue();
        }
    }

    private boolean isThere(PGSimpleDataSource database) {
        String name = database.getDatabaseName();
        return ask(server.maintenance(), "SELECT EXISTS (SELECT FROM pg_database WHERE datname = '" + name + "')")
                .equals("t");
    }

    @Test
    void sortingIsTurkish() {
        assertThat(ask(
                        server.newDatabase(),
                        "SELECT string_agg(n, ' ' ORDER BY n) FROM (VALUES ('Şile'), ('Silivri'), ('Çatalca'), ('Adalar'),"
                                + " ('Dudullu'), ('İkitelli'), ('Ilıca')) v(n)"))
                .isEqualTo("Adalar Çatalca Dudullu Ilıca İkitelli Silivri Şile");
        assertThat(ask(server.newDatabase(), "SELECT lower('DIYARBAKIR İL')")).isEqualTo("dıyarbakır il");
    }

    private PGSimpleDataSource copyOfParks(AtomicInteger prepared) {
        return server.newDatabase(server.template("parks", source -> {
            prepared.incrementAndGet();
            run(source, "CREATE TABLE park AS SELECT generate_series(1, 3) AS id");
        }));
    }

    private static void run(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ask(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
