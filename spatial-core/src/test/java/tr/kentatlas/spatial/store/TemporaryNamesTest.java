package tr.kentatlas.spatial.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.testsupport.PostgisServer;

/** A person who edits directly puts temporary types and tables into the place of what the city's functions name. */
class TemporaryNamesTest {
    private static final String PERSON = "direct_mallory";
    private static final String PASSWORD = "sifre";

    private final PGSimpleDataSource city = TestCity.empty();
    private final JdbcClient owner = JdbcClient.create(city);

    @BeforeEach
    void letIn() {
        owner.sql("DO $$ BEGIN CREATE ROLE " + PERSON + " LOGIN PASSWORD '" + PASSWORD
                        + "' IN ROLE kent_editor; EXCEPTION WHEN duplicate_object OR unique_violation THEN END $$")
                .update();
        owner.sql("INSERT INTO working.park_bahce (tucbs_no, ad) VALUES (gen_random_uuid(), 'Eski')")
                .update();
    }

    @Test
    void aTypeOfTheirsRunsNothingAsTheOwner() throws SQLException {
        run(
                """
                CREATE FUNCTION pg_temp.f(pg_catalog.text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN
                    IF current_user <> session_user THEN EXECUTE 'CREATE TABLE working.taken ()'; END IF;
                    RETURN true;
                END $$""",
                "CREATE DOMAIN pg_temp.text AS pg_catalog.text CHECK (pg_temp.f(VALUE))",
                "SELECT working.current_change_set()");
        assertThat(one("SELECT to_regclass('working.taken') IS NULL")).isEqualTo("t");
    }

    @Test
    void aListOfRolesOfTheirsMakesThemNobodyElse() throws SQLException {
        run(
                "CREATE TEMP TABLE pg_roles (oid oid, rolname name, rolsuper boolean)",
                "GRANT SELECT ON pg_roles TO PUBLIC",
                "SET kent.actor = 'baskan'",
                "INSERT INTO working.park_bahce (ad, surum_no, olusturan) VALUES ('Yeni', 77, 'baskan')");
        assertThat(one("SELECT surum_no || ' ' || olusturan || ' ' || made_by FROM working.park_bahce"
                        + " JOIN working.change_set USING (change_set) WHERE ad = 'Yeni'"))
                .isEqualTo("1 " + PERSON + " " + PERSON);
    }

    @Test
    void aListOfTablesOfTheirsHidesNoVersion() throws SQLException {
        run(
                "CREATE TEMP TABLE pg_class AS SELECT 'working.park_bahce'::regclass::oid AS oid, r.oid AS relowner"
                        + " FROM pg_catalog.pg_roles r WHERE rolname = session_user",
                "CREATE TEMP TABLE lever (i int)",
                "CREATE FUNCTION pg_temp.pull() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN UPDATE working.park_bahce SET ad = 'Gizli'; RETURN NULL; END $$",
                "CREATE TRIGGER pull AFTER INSERT ON lever FOR EACH STATEMENT EXECUTE FUNCTION pg_temp.pull()",
                "INSERT INTO lever VALUES (1)");
        assertThat(one("SELECT k.ad || ' ' || k.degistiren || ', ' || p.ad FROM working.park_bahce k"
                        + " JOIN working.park_bahce_gecmis p USING (tucbs_no)"))
                .isEqualTo("Gizli " + PERSON + ", Eski");
    }

    @Test
    void nobodyHoldsTheTurnOfThoseWhoCommit() throws SQLException {
        try (Connection person = connection();
                Statement statement = person.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtext('working.change_no'))");
            try (Connection other = city.getConnection();
                    Statement edit = other.createStatement()) {
                edit.execute("SET lock_timeout = '2s'");
                edit.execute("UPDATE working.park_bahce SET ad = 'Yeni'");
                edit.execute("RESET lock_timeout");
            }
            assertThat(one("SELECT ad FROM working.park_bahce")).isEqualTo("Yeni");
        }
    }

    @Test
    void whoTookTheTurnAndDoesNothingLosesIt() throws SQLException {
        try (Connection person = connection();
                Statement statement = person.createStatement()) {
            person.setAutoCommit(false);
            statement.execute("SELECT working.current_change_set()");
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
            try (var told = statement.executeQuery("SHOW idle_in_transaction_session_timeout")) {
                told.next();
                assertThat(told.getString(1)).isEqualTo("1min");
            }
        }
    }

    private Connection connection() throws SQLException {
        return PostgisServer.shared().as(city, PERSON, PASSWORD).getConnection();
    }

    /** In one session, as psql runs a script. */
    private void run(String... script) throws SQLException {
        try (Connection person = connection();
                Statement statement = person.createStatement()) {
            for (String line : List.of(script)) statement.execute(line);
        }
    }

    private String one(String sql) {
        return owner.sql(sql).query(String.class).single();
    }
}
