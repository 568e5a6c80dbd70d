package tr.kentatlas.api.cli.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.cli.report.UserError;

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

    /** As PostgreSQL 16 makes who creates a role its member. */
    @Test
    void theOwnerWritesForOthersAlsoAsAMemberOfTheEditorsRole() {
        OthersDatabase city = OthersDatabase.migrated();
        city.administrator().sql("GRANT kent_editor TO sahip").update();
        city.owner().setOptions("-c kent.actor=ayse");
        JdbcClient.create(city.owner())
                .sql("INSERT INTO working.park_bahce (tucbs_no, ad, olusturan) VALUES (gen_random_uuid(), 'Park', 'belediye')")
                .update();
        assertThat(city.administrator()
                        .sql("SELECT olusturan || ' ' || made_by FROM working.park_bahce JOIN working.change_set USING (change_set)")
                        .query(String.class)
                        .single())
                .isEqualTo("belediye ayse");
    }
}
