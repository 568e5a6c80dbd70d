package tr.kentatlas.spatial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.testsupport.PostgisServer;

/** What a person may do who edits with a program of their own, signed in under their own name. */
class DirectEditingTest {
    private static final String PERSON = "direct_ayse";
    private static final String PASSWORD = "sifre";

    private final PGSimpleDataSource city = TestCity.empty();
    private final JdbcClient owner = JdbcClient.create(city);
    private final JdbcClient person = JdbcClient.create(PostgisServer.shared().as(city, PERSON, PASSWORD));

    @BeforeEach
    void letIn() {
        owner.sql("DO $$ BEGIN CREATE ROLE " + PERSON + " LOGIN PASSWORD '" + PASSWORD
                        + "' IN ROLE kent_editor; EXCEPTION WHEN duplicate_object OR unique_violation THEN END $$")
                .update();
    }

    @Test
    void aNewObjectNeedsNothingButItsValues() {
        person.sql("INSERT INTO working.park_bahce (ad) VALUES ('Yeni')").update();
        assertThat(person.sql("SELECT p.surum_no || ' ' || p.olusturan || ' ' || n.type FROM working.park_bahce p "
                                + "JOIN working.nesne n USING (tucbs_no)")
                        .query(String.class)
                        .single())
                .isEqualTo("1 " + PERSON + " park_bahce");
    }

    @Test
    void bookkeepingThatIsSentAlongDoesNotCount() {
        person.sql("INSERT INTO working.park_bahce (ad, surum_no, olusturan, degistiren, olusturma_tarihi, change_set) "
                        + "VALUES ('Yeni', 77, 'başkan', 'başkan', '2001-01-01', 4)")
                .update();
        assertThat(owner.sql("SELECT surum_no || ' ' || olusturan || ' ' || coalesce(degistiren, '-') || ' ' "
                                + "|| (olusturma_tarihi > '2002-01-01') || ' ' || c.made_by "
                                + "FROM working.park_bahce p JOIN working.change_set c USING (change_set)")
                        .query(String.class)
                        .single())
                .isEqualTo("1 " + PERSON + " - true " + PERSON);
    }

    @Test
    void nobodyEditsUnderAnotherName() {
        UUID id = park();
        person.sql("SELECT set_config('kent.actor', 'başkan', false)").query().singleRow();
        PGSimpleDataSource asPerson = PostgisServer.shared().as(city, PERSON, PASSWORD);
        asPerson.setOptions("-c kent.actor=baskan");
        JdbcClient.create(asPerson)
                .sql("UPDATE working.park_bahce SET ad = 'Başka'")
                .update();
        assertThat(owner.sql("SELECT degistiren || ' ' || c.made_by FROM working.park_bahce p "
                                + "JOIN working.change_set c USING (change_set) WHERE p.tucbs_no = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo(PERSON + " " + PERSON);
    }

    @Test
    void anEditThatStartsFromAnOlderVersionIsRefusedWithBoth() {
        park();
        person.sql("UPDATE working.park_bahce SET ad = 'İlk', surum_no = -1").update();
        assertThatThrownBy(() -> person.sql("UPDATE working.park_bahce SET ad = 'İkinci', surum_no = -1")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("your edit starts from version 1, version 2 is known now")
                .hasMessageContaining("ad: \"İlk\" now, \"İkinci\" yours");
        person.sql("UPDATE working.park_bahce SET ad = 'İkinci', surum_no = 2").update();
        assertThat(owner.sql("SELECT surum_no || ad FROM working.park_bahce")
                        .query(String.class)
                        .single())
                .isEqualTo("3İkinci");
        assertThat(owner.sql("SELECT string_agg(surum_no || ad, ' ' ORDER BY surum_no) FROM working.park_bahce_gecmis")
                        .query(String.class)
                        .single())
                .isEqualTo("1Eski 2İlk");
    }

    @Test
    void theVersionAloneIsNoChange() {
        park();
        person.sql("UPDATE working.park_bahce SET surum_no = -1").update();
        assertThat(owner.sql("SELECT surum_no FROM working.park_bahce")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void everyTypeIsOpenAndTellsQgisToSendTheVersion() {
        assertThat(person.sql("SELECT f_table_name FROM layer_styles s JOIN pg_class c "
                                + "ON c.oid = format('%I.%I', f_table_schema, f_table_name)::regclass "
                                + "WHERE useasdefault AND styleqml::text LIKE '%applyOnUpdate=\"1\"%' "
                                + "AND has_table_privilege(c.oid, 'INSERT') AND has_table_privilege(c.oid, 'DELETE') "
                                + "AND has_column_privilege(c.oid, 'surum_no', 'UPDATE') "
                                + "AND has_column_privilege(c.oid, 'gecerlilik_bitis', 'UPDATE') "
                                + "AND NOT has_column_privilege(c.oid, 'olusturan', 'UPDATE')")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(
                        TestCity.MODEL.types().stream().map(FeatureType::name).toList());
    }

    @Test
    void nothingButWorkingDataIsOpen() {
        assertThat(person.sql(
                                "SELECT DISTINCT n.nspname FROM pg_class c "
                                        + "JOIN pg_namespace n ON n.oid = c.relnamespace "
                                        + "WHERE c.relkind IN ('r', 'v', 'm', 'p') AND n.nspname !~ '^pg_|information_schema' "
                                        + "AND has_schema_privilege(n.oid, 'USAGE') AND has_any_column_privilege(c.oid, 'SELECT')")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("working", "kent", "public");
        for (String attempt : List.of(
                "SELECT working.open_to_editors('bina')",
                "TRUNCATE working.bina",
                "UPDATE working.change_set SET made_by = 'x'",
                "DELETE FROM working.bina_gecmis",
                "SET ROLE kent_desk")) {
            assertThatThrownBy(() -> person.sql(attempt).query().listOfRows())
                    .as(attempt)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void lineageIsWrittenUnderOnesOwnNameAndIsInTheAudit() {
        String lineage = "INSERT INTO working.nesne_soyu (eski, yeni, tur) VALUES ('" + park() + "', '" + park()
                + "', 'replace')";
        PGSimpleDataSource inAnothersName = PostgisServer.shared().as(city, PERSON, PASSWORD);
        inAnothersName.setOptions("-c kent.change_set=1");
        assertThatThrownBy(() -> JdbcClient.create(inAnothersName).sql(lineage).update())
                .hasStackTraceContaining("change set 1 does not belong to this transaction");
        person.sql(lineage).update();
        assertThat(owner.sql(
                                "SELECT caller || ' ' || (detail->>'nesne_soyu') FROM access.audit_and_changes ORDER BY at DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo(PERSON + " 1 insert");
    }

    @Test
    void nobodyTakesANumberThatIsGivenLater() {
        person.sql("INSERT INTO working.park_bahce (row_no, ad) OVERRIDING SYSTEM VALUE VALUES (7, 'Yeni')")
                .update();
        for (int i = 0; i < 10; i++) park();
        person.sql("UPDATE working.park_bahce SET ad = 'Başka'").update();
        assertThat(owner.sql("SELECT DISTINCT surum_no FROM working.park_bahce")
                        .query(Integer.class)
                        .list())
                .containsExactly(2);
    }

    @Test
    void nobodyHangsTheCitysTriggersOnATableOfTheirOwn() {
        List<String> functions = owner.sql("SELECT oid::regprocedure::text FROM pg_proc"
                        + " WHERE pronamespace = 'working'::regnamespace AND prorettype = 'trigger'::regtype")
                .query((row, n) -> row.getString(1))
                .list();
        assertThat(functions).contains("working.number_version()");
        for (String function : functions) {
            String own =
                    "CREATE TEMP TABLE bina (tucbs_no uuid, surum_no integer); CREATE TRIGGER own BEFORE UPDATE ON bina"
                            + " FOR EACH ROW EXECUTE FUNCTION " + function;
            assertThatThrownBy(() -> person.sql(own).update())
                    .as(function)
                    .hasStackTraceContaining("permission denied for function");
        }
    }

    private UUID park() {
        return owner.sql(
                        "INSERT INTO working.park_bahce (tucbs_no, ad) VALUES (gen_random_uuid(), 'Eski') RETURNING tucbs_no")
                .query(UUID.class)
                .single();
    }
}
