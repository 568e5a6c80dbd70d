package tr.kentatlas.spatial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.store.edit.EditFailed;
import tr.kentatlas.spatial.store.edit.Editor;
import tr.kentatlas.spatial.store.edit.ObjectVersion;
import tr.kentatlas.spatial.store.edit.WorkingEdits;

/** What was true then, as it was known then. */
class KnownThenTest {
    private static final String ID = "00000000-0000-4000-8000-000000000001";

    private final PGSimpleDataSource city = TestCity.empty();
    private final JdbcClient jdbc = JdbcClient.create(city);

    @Test
    void whatWasKnownIsToldByTheTimeOfCommitsThoughTransactionsOverlapped() throws SQLException {
        insert("NULL", "NULL");
        String first = now();
        try (Connection slow = begun();
                Statement statement = slow.createStatement()) {
            setFloors(2);
            String second = now();
            statement.execute("UPDATE working.bina SET kat_ustu = 3");
            String third = now();
            slow.commit();
            assertThat(floors(first, first)).containsExactly(1);
            assertThat(floors(second, second)).containsExactly(2);
            assertThat(floors(third, third)).as("not committed then").containsExactly(2);
            assertThat(floors(now(), now())).containsExactly(3);
        }
    }

    @Test
    void aVersionBeginsWhereTheOneBeforeEnds() throws SQLException {
        insert("NULL", "NULL");
        try (Connection slow = begun();
                Statement statement = slow.createStatement()) {
            setFloors(2);
            statement.execute("UPDATE working.bina SET kat_ustu = 3");
            statement.execute("UPDATE working.bina SET kat_ustu = 4");
            statement.execute("DELETE FROM working.bina");
            slow.commit();
        }
        List<Map<String, @Nullable Object>> versions = jdbc.sql("""
                        SELECT surum_baslangic < surum_bitis AS lasts,
                               surum_bitis = coalesce(lead(surum_baslangic) OVER (ORDER BY surum_no), surum_bitis) AS meets
                          FROM working.bina_gecmis""").query().listOfRows();
        assertThat(versions)
                .hasSize(4)
                .allSatisfy(version ->
                        assertThat(version).containsEntry("lasts", true).containsEntry("meets", true));
    }

    @Test
    void whatWasTrueIsToldByValidityAndWhatEndedIsKnownUntilThen() {
        insert("NULL", "'2020-01-01'");
        jdbc.sql(
                        "INSERT INTO working.bina (tucbs_no, kat_ustu, gecerlilik_baslangic) VALUES (?::uuid, 5, '2020-01-01')")
                .param(ID)
                .update();
        String then = now();
        jdbc.sql("DELETE FROM working.bina").update();
        assertThat(floors(then, "2019-06-01")).containsExactly(1);
        assertThat(floors(then, "2020-06-01")).containsExactly(5);
        assertThat(floors(now(), "2020-06-01")).isEmpty();
    }

    @Test
    void ofOneObjectTheSameIsTold() {
        insert("NULL", "NULL");
        String then = now();
        setFloors(2);
        jdbc.sql("INSERT INTO working.bina (tucbs_no, kat_ustu) VALUES (gen_random_uuid(), 9)")
                .update();
        String one = "SELECT kat_ustu FROM working.known_then(NULL::working.bina, ?::timestamptz, now(), ?::uuid)";
        assertThat(jdbc.sql(one).params(then, ID).query(Integer.class).list()).containsExactly(1);
        assertThat(jdbc.sql(one).params(now(), ID).query(Integer.class).list()).containsExactly(2);
    }

    @Test
    void aChangeMadeWhileTheClockWasYearsAheadIsFollowedByNoOtherBeforeItIsSetRight() {
        insert("NULL", "NULL");
        jdbc.sql("UPDATE working.change_set SET made_at = now() + interval '30 minutes'")
                .update();
        setFloors(2);
        jdbc.sql("UPDATE working.change_set SET made_at = now() + interval '10 years'")
                .update();
        assertThatThrownBy(() -> setFloors(3)).hasMessageContaining("the last change was made at");
        WorkingEdits edits = new WorkingEdits(city, TestCity.MODEL, TestCity.SRID);
        assertThatThrownBy(() ->
                        edits.retire(ObjectVersion.of("bina", UUID.fromString(ID), 2), new Editor("A. Yılmaz", "masa")))
                .isInstanceOfSatisfying(
                        EditFailed.class,
                        refused -> assertThat(refused.isOfClock()).isTrue());
        jdbc.sql("UPDATE working.change_set SET made_at = now() WHERE made_at > now()")
                .update();
        setFloors(3);
        assertThat(floors(now(), now())).containsExactly(3);
    }

    @Test
    void theDeskMayAsk() throws SQLException {
        try (Connection connection = city.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE kent_desk");
            assertThat(statement.execute("SELECT * FROM working.known_then(NULL::working.bina, now(), now())"))
                    .isTrue();
        }
    }

    private void insert(String begins, String ends) {
        jdbc.sql("INSERT INTO working.bina (tucbs_no, kat_ustu, gecerlilik_baslangic, gecerlilik_bitis) VALUES ('" + ID
                        + "', 1, " + begins + ", " + ends + ")")
                .update();
    }

    private void setFloors(int floors) {
        jdbc.sql("UPDATE working.bina SET kat_ustu = ?").param(floors).update();
    }

    private List<@Nullable Integer> floors(String known, String valid) {
        return jdbc.sql("SELECT kat_ustu FROM working.known_then(NULL::working.bina, ?::timestamptz, ?::timestamptz)")
                .params(known, valid)
                .query(Integer.class)
                .list();
    }

    private String now() {
        return jdbc.sql("SELECT clock_timestamp()::text").query(String.class).single();
    }

    /** A connection whose transaction has begun. */
    private Connection begun() throws SQLException {
        Connection connection = city.getConnection();
        connection.setAutoCommit(false);
        connection.createStatement().execute("SELECT now()");
        return connection;
    }
}
