package tr.kentatlas.spatial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;

/** What the database itself promises, whoever writes: psql, QGIS or the service. */
class WorkingDataTest {
    private static final String INSERT =
            "INSERT INTO working.bina (tucbs_no, kat_ustu) VALUES (gen_random_uuid(), 1) RETURNING tucbs_no";

    private final PGSimpleDataSource city = TestCity.empty();
    private final JdbcClient jdbc = JdbcClient.create(city);

    @Test
    void anUpdateThatChangesNothingMakesNoVersion() {
        jdbc.sql(INSERT).query(String.class).single();
        jdbc.sql("UPDATE working.bina SET kat_ustu = 1").update();
        assertThat(jdbc.sql("SELECT surum_no FROM working.bina")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anInsertOfNothingIsNoChange() {
        jdbc.sql("INSERT INTO working.bina (tucbs_no) SELECT tucbs_no FROM working.nesne")
                .update();
        assertThat(jdbc.sql("SELECT count(*) FROM working.change_set")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aDeletedObjectIsRememberedAndItsNumberStaysTaken() {
        String id = jdbc.sql(INSERT).query(String.class).single();
        jdbc.sql("DELETE FROM working.bina").update();
        assertThat(jdbc.sql("SELECT tucbs_no::text FROM working.bina_gecmis WHERE ended_how = 'delete'")
                        .query(String.class)
                        .single())
                .isEqualTo(id);
        assertThatThrownBy(() -> jdbc.sql("INSERT INTO working.numarataj (tucbs_no) VALUES (?::uuid)")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("another type");
    }

    @Test
    void aReaderNeverSeesALaterNumberBeforeAnEarlierOne() throws SQLException {
        try (Connection early = open();
                Connection late = open()) {
            early.createStatement().execute(INSERT); // begins first …
            late.createStatement().execute(INSERT);
            late.commit(); // … commits second
            assertThat(numbers()).containsExactly(1L);
            early.commit();
            assertThat(numbers()).containsExactly(1L, 2L);
        }
        assertThat(jdbc.sql("SELECT change_set FROM working.change_set ORDER BY change_no")
                        .query(Long.class)
                        .list())
                .containsExactly(2L, 1L);
    }

    @Test
    void oneTransactionIsOneChangeSetOverAllTypes() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute(INSERT);
            statement.execute("INSERT INTO working.numarataj (tucbs_no, kapi_no) VALUES (gen_random_uuid(), '12A')");
            connection.commit();
        }
        assertThat(jdbc.sql(
                                "SELECT count(DISTINCT change_set) FROM "
                                        + "(SELECT change_set FROM working.bina UNION ALL SELECT change_set FROM working.numarataj) x")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nobodyCanWriteIntoSomebodyElsesChangeSet() throws SQLException {
        jdbc.sql(INSERT).query(String.class).single();
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT set_config('kent.change_set', '1', true)");
            assertThatThrownBy(() -> statement.execute(INSERT)).hasMessageContaining("does not belong");
        }
    }

    @Test
    void theDeskMayEditDataButNotTheBookkeepingOfVersions() throws SQLException {
        jdbc.sql(INSERT).query(String.class).single();
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE kent_desk");
            statement.execute("UPDATE working.bina SET kat_ustu = 4");
            assertThatThrownBy(() -> statement.execute("UPDATE working.bina SET surum_no = 9"))
                    .hasMessageContaining("permission denied");
        }
    }

    /** No release and no question would ever find it again. */
    @Test
    void aRecordOfNoKnownStateOrValidAtNoMomentIsRefused() {
        jdbc.sql(INSERT).query(String.class).single();
        for (String change : List.of(
                "kayit_durumu = 'Aktif'",
                "kayit_durumu = NULL",
                "gecerlilik_baslangic = '2026-01-01', gecerlilik_bitis = '2026-01-01'"))
            assertThatThrownBy(
                            () -> jdbc.sql("UPDATE working.bina SET " + change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("violates check constraint");
    }

    private Connection open() throws SQLException {
        Connection connection = city.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private List<Long> numbers() throws SQLException {
        var numbers = new ArrayList<Long>();
        try (Connection connection = city.getConnection();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT change_no FROM working.change_set WHERE change_no IS NOT NULL ORDER BY change_no")) {
            while (rows.next()) numbers.add(rows.getLong(1));
        }
        return numbers;
    }
}
