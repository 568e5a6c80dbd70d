package tr.kentatlas.api.cli.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.testsupport.PostgisServer;

/** A server of others gives a city what its administrator allows. */
class DatabaseRightsTest {
    @Test
    void whoLacksRightsIsToldTheStatementsThatGiveThem() {
        OthersDatabase bare = OthersDatabase.bare();
        assertThatThrownBy(() -> DatabaseTrouble.requireUsable(bare.url()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(OthersDatabase.ASKED + "CREATE EXTENSION postgis; ");
        OthersDatabase.migrated();
    }

    @Test
    void theAdministratorsPostgisTellsNobodyWhereTheWorkingDataLieOnceTheyClosedIt() {
        OthersDatabase city = OthersDatabase.migrated();
        String told = OpenEstimates.warning(city.owner()).orElseThrow();
        city.administrator().sql(told.substring(told.indexOf("REVOKE"))).update();
        for (String role : List.of("kent_acik", "kent_yayin", "kent_editor"))
            assertThat(mayEstimate(city, role)).as(role).isFalse();
        assertThat(mayEstimate(city, "kent_desk")).isTrue();
        assertThat(OpenEstimates.warning(city.owner())).isEmpty();
    }

    @Test
    void whoEditsAnotherCityOfTheServerDoesNotGetIn() {
        OthersDatabase city = OthersDatabase.migrated();
        DataSource stranger = person(city, "komsu");
        DataSource editor = person(city, "eski_duzenleyici");
        JdbcClient.create(editor)
                .sql("INSERT INTO working.park_bahce (ad) VALUES ('Park')")
                .update();
        assertThat(gets(stranger, "SELECT 1")).isTrue();
        DatabaseEntrance.close(city.owner());
        DatabaseEntrance.close(city.owner());
        assertThat(gets(stranger, "SELECT 1")).isFalse();
        assertThat(gets(editor, "SELECT ad FROM working.park_bahce")).isTrue();
        assertThat(gets(editor, "CREATE TEMP TABLE pg_roles (oid oid)")).isFalse();
        assertThat(gets(city.owner(), "CREATE TEMP TABLE staged (oid oid)")).isTrue();
        city.administrator()
                .sql("GRANT CONNECT ON DATABASE \"" + city.url().database() + "\" TO komsu")
                .update();
        assertThat(gets(stranger, "SELECT ad FROM working.park_bahce")).isTrue();
    }

    private static DataSource person(OthersDatabase city, String name) {
        city.administrator()
                .sql("CREATE ROLE " + name + " LOGIN PASSWORD 'sifre' IN ROLE kent_editor")
                .update();
        return PostgisServer.shared().as(city.owner(), name, "sifre");
    }

    private static boolean gets(DataSource person, String sql) {
        try (Connection connection = person.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            assertThat(e.getMessage()).contains("permission denied");
            return false;
        }
    }

    private static boolean mayEstimate(OthersDatabase city, String role) {
        return city.administrator()
                .sql("SELECT bool_or(has_function_privilege(?, oid, 'EXECUTE')) FROM pg_proc"
                        + " WHERE proname IN ('st_estimatedextent', '_postgis_stats', '_postgis_selectivity')")
                .param(role)
                .query(Boolean.class)
                .single();
    }

    /** As PostgreSQL 16 makes who creates a role its member. */
    @Test
    void theOwnerWritesForOthersAlsoAsAMemberOfTheEditorsRole() {
        OthersDatabase city = OthersDatabase.migrated();
        city.administrator().sql("GRANT kent_editor TO sahip").update();
        city.owner().setOptions("-c kent.actor=ayse");
        JdbcClient.create(city.owner())
                .sql(
                        "INSERT INTO working.park_bahce (tucbs_no, ad, olusturan) VALUES (gen_random_uuid(), 'Park', 'belediye')")
                .update();
        assertThat(city.administrator()
                        .sql(
                                "SELECT olusturan || ' ' || made_by FROM working.park_bahce JOIN working.change_set USING (change_set)")
                        .query(String.class)
                        .single())
                .isEqualTo("belediye ayse");
    }
}
