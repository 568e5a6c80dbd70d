package tr.kentatlas.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The walls behind the grant: what the three roles can do with raw SQL, whatever the service asks. */
class WallsTest {
    private final ServedCity city = ServedCity.shared();

    @Test
    void thePublicWallReadsPublicCopiesAndNothingElseOfTheCity() {
        assertThat(readableSchemas("kent_acik"))
                .allMatch(s -> s.startsWith("acik_") || s.matches("kent|release|public"));
        assertThat(readableSchemas("kent_yayin"))
                .allMatch(s -> s.startsWith("yayin_") || s.matches("kent|release|public"));
        assertThat(readableSchemas("kent_desk")).contains("working");
    }

    @Test
    void publicCopiesHaveNoHiddenColumn() {
        List<String> columns = JdbcClient.create(city.as("kent_acik"))
                .sql("SELECT a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE n.nspname LIKE 'acik%' AND c.relkind = 'r' AND a.attnum > 0")
                .query((row, n) -> row.getString(1))
                .list();
        assertThat(columns)
                .contains("kat_ustu")
                .doesNotContain("bina_kimlik_no", "yapi_maliyeti", "olusturan", "maks_kimlik_no");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kent_acik", "kent_yayin"})
    void workingDataCannotBeReadByAnyTrick(String role) throws SQLException {
        List<String> open = new ArrayList<>();
        for (String attempt : attempts()) {
            if (succeeds(role, attempt)) open.add(attempt);
        }
        assertThat(open).isEmpty();
    }

    private List<String> attempts() {
        String published = schemaOf("yayin_");
        return List.of(
                "SELECT * FROM working.bina",
                "SELECT * FROM working.bina_gecmis",
                "SELECT * FROM working.bagimsiz_bolum",
                "SELECT * FROM working.change_set",
                "SELECT working.current_change_set()",
                "SELECT working.keep_history('bina')",
                "INSERT INTO working.bina DEFAULT VALUES",
                "DELETE FROM release.pointer",
                "UPDATE release.pointer SET release_no = 1",
                "INSERT INTO release.journal (release_no, action, person) VALUES (1, 'publish', 'x')",
                "SELECT person FROM release.approval",
                "SELECT * FROM release.approval",
                "SELECT * FROM release.standing_approval",
                "SELECT * FROM release.difference",
                "SELECT created_by FROM release.release",
                "SELECT * FROM release.journal",
                "SELECT * FROM release.finding",
                "SELECT * FROM release.acceptance",
                "SELECT * FROM ingest.import",
                "SELECT * FROM pg_statistic",
                "SELECT * FROM pg_authid",
                "SELECT * FROM pg_shadow",
                "SELECT pg_read_file('PG_VERSION')",
                "SELECT pg_ls_dir('.')",
                "COPY working.bina TO STDOUT",
                "COPY (SELECT 1) TO PROGRAM 'true'",
                "COPY (SELECT 1) TO '/tmp/x'",
                "CREATE TABLE public.x (a int)",
                "CREATE TABLE kent.x (a int)",
                "CREATE TABLE " + published + ".x (a int)",
                "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE EXTENSION dblink",
                "CREATE SCHEMA mein",
                "SET ROLE kent_desk",
                "SET ROLE kent",
                "SET SESSION AUTHORIZATION kent",
                "ALTER ROLE kent_acik SUPERUSER",
                "UPDATE kent.setting SET value = '1'",
                "TRUNCATE " + published + ".bina",
                "DROP SCHEMA " + published + " CASCADE",
                "SELECT lo_import('/etc/passwd')",
                "SELECT lo_export(1, '/tmp/x')",
                "SELECT * FROM public.flyway_schema_history");
    }

    @Test
    void thePublicWallCannotReadWhatStaffMay() throws SQLException {
        String published = schemaOf("yayin_");
        for (String attempt : List.of(
                "SELECT * FROM " + published + ".idari_birim",
                "SELECT count(*) FROM " + published + ".idari_birim",
                "TABLE " + published + ".idari_birim",
                "SELECT pg_get_viewdef('" + published + ".idari_birim'::regclass)",
                "SELECT (NULL::" + published + ".idari_birim).*",
                "COPY " + published + ".idari_birim TO STDOUT")) {
            assertThat(succeeds("kent_acik", attempt)).as(attempt).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kent_acik", "kent_yayin"})
    void statisticsTellNothingOfTablesBehindOtherWalls(String role) {
        List<String> schemas = JdbcClient.create(city.as(role))
                .sql("SELECT DISTINCT schemaname FROM pg_stats UNION SELECT DISTINCT schemaname FROM pg_stats_ext")
                .query((row, n) -> row.getString(1))
                .list();
        String own = role.equals("kent_acik") ? "acik_" : "yayin_";
        assertThat(schemas)
                .isNotEmpty()
                .allMatch(s -> s.startsWith(own) || s.matches("pg_catalog|information_schema|kent|release|public"));
        List<String> columns = JdbcClient.create(city.as(role))
                .sql("SELECT DISTINCT table_schema FROM information_schema.columns")
                .query((row, n) -> row.getString(1))
                .list();
        assertThat(columns)
                .isNotEmpty()
                .allMatch(s -> s.startsWith(own) || s.matches("pg_catalog|information_schema|kent|release|public"));
    }

    @Test
    void noFunctionThatRunsAsItsOwnerCanBeCalledBeforeTheWalls() {
        for (String role : List.of("kent_acik", "kent_yayin")) {
            List<String> callable = JdbcClient.create(city.as(role))
                    .sql("SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
                            + " WHERE p.prosecdef AND has_function_privilege(p.oid, 'EXECUTE')"
                            + " AND has_schema_privilege(n.oid, 'USAGE')")
                    .query((row, n) -> row.getString(1))
                    .list();
            assertThat(callable).as(role).isEmpty();
        }
    }

    /** Else whoever makes temporary types and tables puts theirs into the place of what the function names. */
    @Test
    void everyFunctionOfOursLooksForTemporaryNamesLast() {
        List<String> lacking = JdbcClient.create(city.owner())
                .sql("SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
                        + " WHERE n.nspname !~ '^(pg_|information_schema$|public$)' AND (p.prosecdef OR p.prosqlbody IS NULL)"
                        + " AND NOT EXISTS (SELECT FROM unnest(p.proconfig) s WHERE s ~ '^search_path=.*pg_temp$')")
                .query((row, n) -> row.getString(1))
                .list();
        assertThat(lacking)
                .as("ALTER FUNCTION … SET search_path = pg_catalog, pg_temp, or a body that begins with RETURN")
                .isEmpty();
    }

    @Test
    void theDeskEditsWorkingDataAndChangesNoRelease() throws SQLException {
        for (String attempt : List.of(
                "UPDATE release.pointer SET release_no = 1",
                "INSERT INTO release.approval VALUES (1, 'x', 'council', 'x', now(), 'x')",
                "UPDATE release.snapshot SET state = 'dropped'",
                "TRUNCATE working.bina",
                "DELETE FROM working.bina_gecmis",
                "UPDATE working.bina_gecmis SET surum_bitis = now()",
                "UPDATE working.change_set SET made_by = 'x'",
                "UPDATE working.bina SET olusturan = 'x'",
                "UPDATE working.bina SET surum_no = 9",
                "ALTER TABLE working.bina DISABLE TRIGGER ALL",
                "SET session_replication_role = replica",
                "SET ROLE kent")) {
            assertThat(succeeds("kent_desk", attempt)).as(attempt).isFalse();
        }
        assertThat(succeeds("kent_desk", "UPDATE working.bina SET adi = 'Deneme' WHERE false"))
                .isTrue();
    }

    @Test
    void aRoleThatMayNotReadIsTold() {
        assertThatThrownBy(() -> JdbcClient.create(city.as("kent_acik"))
                        .sql("SELECT count(*) FROM working.bina")
                        .query(Long.class)
                        .single())
                .hasRootCauseInstanceOf(SQLException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private List<String> readableSchemas(String role) {
        return JdbcClient.create(city.as(role))
                .sql("SELECT DISTINCT n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE c.relkind IN ('r', 'v', 'm', 'p') AND n.nspname NOT LIKE 'pg\\_%'"
                        + " AND n.nspname <> 'information_schema' AND has_schema_privilege(n.oid, 'USAGE')"
                        + " AND (has_table_privilege(c.oid, 'SELECT') OR has_any_column_privilege(c.oid, 'SELECT'))")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private String schemaOf(String prefix) {
        return JdbcClient.create(city.owner())
                .sql("SELECT n.nspname FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid"
                        + " WHERE n.nspname LIKE ? AND c.relname = 'idari_birim' ORDER BY 1 LIMIT 1")
                .param(prefix + "%")
                .query((row, n) -> row.getString(1))
                .single();
    }

    /** Runs in a transaction that is rolled back. */
    private boolean succeeds(String role, String sql) throws SQLException {
        try (Connection connection = city.as(role).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                boolean rows = statement.execute(sql);
                if (rows) {
                    try (ResultSet result = statement.getResultSet()) {
                        result.next();
                    }
                }
                return true;
            } catch (SQLException refused) {
                return false;
            } finally {
                connection.rollback();
            }
        }
    }
}
