package tr.kentatlas.api.exchange.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.access.key.KeyText;
import tr.kentatlas.api.access.key.Keys;
import tr.kentatlas.api.exchange.agreement.Standing.State;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Words;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.testsupport.PostgisServer;

class AgreementsTest {
    private static JdbcClient desk;
    private static Agreements agreements;
    private static Edition edition;

    @BeforeAll
    static void city() {
        PGSimpleDataSource owner = SmallCity.database();
        JdbcClient.create(owner)
                .sql("ALTER ROLE kent_desk LOGIN PASSWORD '" + SmallCity.ROLE_PASSWORD + "'")
                .update();
        PGSimpleDataSource asDesk = PostgisServer.shared().as(owner, "kent_desk", SmallCity.ROLE_PASSWORD);
        desk = JdbcClient.create(asDesk);
        agreements = new Agreements(desk, new TransactionTemplate(new JdbcTransactionManager(asDesk)));
        edition = new Editions(JdbcClient.create(owner)).find(1).orElseThrow();
    }

    private static Terms terms(Draft draft) {
        return TermsReader.read(draft.json(), edition);
    }

    @Test
    void everyVersionIsKeptAsItWasAgreed() {
        Terms first = terms(Draft.of("2026/1").sharing("bina", "zeminUstuKatSayisi"));
        Terms second = terms(Draft.of("2026/1").sharing("bina", "zeminUstuKatSayisi", "adi"));
        long id = agreements.add(first, "ayse").id();
        agreements.amend(id, 1, second, "mehmet");
        assertThat(agreements.versions(id))
                .extracting(Agreements.Version::terms)
                .containsExactly(first, second);
        assertThat(agreements.require(id).version()).isEqualTo(2);
        assertThat(agreements.require(id).terms()).isEqualTo(second);
    }

    @Test
    void ofTwoAmendmentsFromOneVersionTheSecondIsRefusedAndTellsWhoCameFirst() {
        Draft wide = Draft.of("2026/12").sharing("bina", "zeminUstuKatSayisi", "adi");
        long id = agreements.add(terms(wide), "ayse").id();
        Terms narrow = terms(Draft.of("2026/12").sharing("bina", "adi"));
        agreements.amend(id, 1, narrow, "mehmet");
        assertThatThrownBy(() -> agreements.amend(id, 1, terms(wide.with("until", "2041-12-31")), "ayse"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(Words.ofFiles().tell(problem, Locale.ENGLISH))
                                .contains("version 1", "mehmet made version 2"));
        assertThat(agreements.require(id).terms()).isEqualTo(narrow);
    }

    @Test
    void nobodyAtTheDeskCanRewriteOrDeleteAVersion() {
        agreements.add(terms(Draft.of("2026/2").sharing("bina", "adi")), "ayse");
        assertThatThrownBy(() -> desk.sql("UPDATE exchange.agreement_version SET terms = '{}'")
                        .update())
                .isInstanceOf(BadSqlGrammarException.class);
        assertThatThrownBy(() -> desk.sql("DELETE FROM exchange.agreement").update())
                .isInstanceOf(BadSqlGrammarException.class);
    }

    @Test
    void theStateGoesOnlyWhereItMayAndItsHistoryIsKept() {
        long id = agreements
                .add(terms(Draft.of("2026/3").sharing("bina", "adi")), "ayse")
                .id();
        agreements.turn(id, State.ACTIVE, null, "ayse");
        agreements.turn(id, State.SUSPENDED, "kötüye kullanım şüphesi", "ayse");
        agreements.turn(id, State.REVOKED, "feshedildi", "mehmet");
        assertThatThrownBy(() -> agreements.turn(id, State.ACTIVE, null, "ayse"))
                .isInstanceOf(Problem.class);
        assertThat(agreements.history(id))
                .extracting(Agreements.Turn::state)
                .containsExactly(State.DRAFT, State.ACTIVE, State.SUSPENDED, State.REVOKED);
        assertThat(told(agreements.require(id))).contains("2026/3", "revoked", "feshedildi", "Örnekova Belediyesi");
    }

    @Test
    void whoIsRefusedIsToldWhomToAskAndWhoHasTheStatement() {
        Terms past = terms(Draft.of("2026/13")
                .with("providerContact", "cbs@ornekova.bel.tr")
                .with("from", "2025-01-01")
                .with("until", "2025-12-31")
                .sharing("bina", "adi"));
        assertThat(TermsReader.stored(TermsJson.write(past))).isEqualTo(past);
        long id = agreements.add(past, "ayse").id();
        assertThat(told(agreements.require(id))).endsWith("Ask Örnekova Belediyesi (cbs@ornekova.bel.tr).");
        desk.sql("UPDATE exchange.agreement SET state = 'active' WHERE agreement_id = ?")
                .param(id)
                .update();
        assertThat(told(agreements.require(id))).contains("ended on 2025-12-31", "(cbs@ornekova.bel.tr)", "statement");
    }

    @Test
    void theCalendarEndsAnAgreementAfterItsLastDay() {
        Terms terms = terms(Draft.of("2026/4").with("until", "2039-11-20").sharing("bina", "adi"));
        long id = agreements.add(terms, "ayse").id();
        Agreement active = agreements.turn(id, State.ACTIVE, null, "ayse");
        Instant midnight = Instant.parse("2039-11-20T21:00:00Z");
        assertThat(terms.end()).isEqualTo(midnight);
        assertThat(active.refusalAt(midnight.minusSeconds(1))).isEmpty();
        assertThat(active.stateAt(midnight)).isEqualTo(State.EXPIRED);
        assertThat(active.refusalAt(midnight)).isPresent();
        assertThat(agreements.expire(midnight.minusSeconds(1), "calendar")).doesNotContain("2026/4");
        assertThat(agreements.expire(midnight, "calendar")).contains("2026/4");
        assertThat(agreements.expire(midnight, "calendar")).doesNotContain("2026/4");
        assertThat(agreements.history(id))
                .extracting(Agreements.Turn::state)
                .containsExactly(State.DRAFT, State.ACTIVE, State.EXPIRED);
    }

    @Test
    void anAgreementOfNextMonthIsNotInForceYet() {
        Terms terms = terms(Draft.of("2026/9").with("from", "2039-11-20").sharing("bina", "adi"));
        long id = agreements.add(terms, "ayse").id();
        Agreement active = agreements.turn(id, State.ACTIVE, "onaylandı", "ayse");
        Instant midnight = Instant.parse("2039-11-19T21:00:00Z");
        assertThat(active.stateAt(midnight.minusSeconds(1))).isEqualTo(State.UPCOMING);
        assertThat(active.stateAt(midnight)).isEqualTo(State.ACTIVE);
        assertThat(active.refusalAt(midnight)).isEmpty();
        assertThat(told(active)).contains("2039-11-20").doesNotContain("onaylandı");
        assertThat(agreements.turn(id, State.SUSPENDED, "denetim", "ayse").stateAt(Instant.now()))
                .isEqualTo(State.SUSPENDED);
    }

    @Test
    void anExtensionOpensAnEndedAgreementOnlyWhenItIsPutInForce() {
        Terms past = terms(Draft.of("2026/8")
                .with("from", "2025-01-01")
                .with("until", "2025-12-31")
                .sharing("bina", "adi"));
        long id = agreements.add(past, "ayse").id();
        assertFault(() -> agreements.turn(id, State.ACTIVE, null, "ayse"), "until");
        agreements.amend(id, 1, terms(Draft.of("2026/8").sharing("bina", "adi")), "ayse");
        agreements.turn(id, State.ACTIVE, null, "ayse");
        agreements.amend(id, 2, past, "ayse");
        agreements.expire(Instant.now(), "calendar");
        Agreement extended = agreements.amend(id, 3, terms(Draft.of("2026/8").sharing("bina", "adi")), "ayse");
        assertThat(told(extended)).contains("extension is not in force");
        assertThat(agreements.turn(id, State.ACTIVE, null, "ayse").refusalAt(Instant.now()))
                .isEmpty();
        agreements.turn(id, State.REVOKED, "feshedildi", "ayse");
        assertFault(() -> agreements.amend(id, 4, past, "ayse"), "state");
    }

    @Test
    void allFaultsAreToldTogether() {
        Draft draft = Draft.of("").with("from", "yarın").with("ratePerMinute", 0);
        draft.layer("bina", List.of("yok"))
                .put("rows", "adi = ")
                .putObject("area")
                .put("policy", "near");
        draft.layer("bilinmez", List.of("x"));
        draft.layer("bagimsiz_bolum", List.of("katNo"));
        assertThatThrownBy(() -> terms(draft))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.faults())
                                .extracting(Problem.Fault::parameter)
                                .contains(
                                        "number",
                                        "from",
                                        "ratePerMinute",
                                        "layers[0].fields",
                                        "layers[0].rows",
                                        "layers[0].area.policy",
                                        "layers[0].area.shape",
                                        "layers[1].type",
                                        "layers[2].ground",
                                        "ground"));
    }

    /** "row" for "rows" would share every row, "areas" for "area" the whole city. */
    @Test
    void aMisspeltLimitIsNotTakenForNone() {
        Draft draft = Draft.of("2026/10").with("untill", "2030-12-31").sharing("bina", "adi");
        draft.layer("durak", List.of("adi")).put("row", "adi = 'a'").put("areas", "");
        draft.layer("park_bahce", List.of("adi")).putObject("area").put("polcy", "within");
        ((ObjectNode) draft.json().path("decision")).put("day", "2026-11-03");
        for (String member :
                List.of("untill", "decision.day", "layers[1].row", "layers[1].areas", "layers[2].area.polcy"))
            assertFault(draft, member);
    }

    @Test
    void whatWasAgreedBeforeIsReadWhateverElseItHas() {
        Draft draft = Draft.of("2026/11").sharing("bina", "adi");
        Terms agreed = terms(draft);
        assertThat(TermsReader.stored(draft.with("note", "eski").json())).isEqualTo(agreed);
    }

    @Test
    void whatIsNotPublicNeedsALegalGround() {
        assertFault(Draft.of("2026/5").sharing("bina", "binaKimlikNo"), "ground");
        assertFault(Draft.of("2026/5").sharing("bina", "BO_konutBirimSayisi"), "ground");
        assertFault(
                Draft.of("2026/5").with("ground", "KVKK m. 5/2-ç").sharing("bagimsiz_bolum", "katNo"),
                "layers[0].ground");
        Draft sound = Draft.of("2026/5").with("ground", "KVKK m. 5/2-ç").sharing("bina", "binaKimlikNo");
        sound.layer("bagimsiz_bolum", List.of("katNo")).put("ground", "2560 sayılı Kanun m. 2, KVKK m. 5/2-a");
        assertThat(terms(sound).shares()).hasSize(2);
    }

    @Test
    void layersAndFieldsAreCalledInARefusalWhatPeopleCallThem() {
        Draft draft = Draft.of("2026/5").sharing("bina", "binaKimlikNo");
        draft.layer("bagimsiz_bolum", List.of("katNo"));
        assertThatThrownBy(() -> terms(draft)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(Words.ofFiles().tell(problem, Locale.of("tr")))
                    .contains("'Bağımsız bölümler'", "Binalar katmanında", "Bina kimlik no")
                    .doesNotContain("bagimsiz_bolum", "binaKimlikNo", "katNo");
            assertThat(Words.ofFiles().tell(problem, Locale.ENGLISH)).contains("'Building units'");
        });
    }

    @Test
    void anAreaIsRefusedForWhatHasNoPlace() {
        Draft draft = Draft.of("2026/6");
        draft.layer("bagimsiz_bolum", List.of("katNo"))
                .put("ground", "2560 sayılı Kanun m. 2")
                .putObject("area")
                .put("policy", "within")
                .set("shape", TermsJson.shape(new GeometryFactory().toGeometry(edition.extent())));
        assertFault(draft, "layers[0].area");
    }

    @Test
    void aKeyIsShownOnceAndKeptAsItsHash() {
        long id = agreements
                .add(terms(Draft.of("2026/7").sharing("bina", "adi")), "ayse")
                .id();
        Keys keys = Keys.ofAgreements(desk);
        KeyText text = keys.make(id, "sunucu", Instant.now().plus(Duration.ofDays(30)), "ayse");
        String row = desk.sql("SELECT k::text FROM exchange.agreement_key k WHERE agreement_id = ?")
                .param(id)
                .query(String.class)
                .single();
        assertThat(row).contains(text.prefix()).doesNotContain(text.secret());
        assertThat(text.toString()).doesNotContain(text.secret());
        assertThat(keys.list(id).get(0).matches(KeyText.parse(text.reveal()).orElseThrow()))
                .isTrue();
        keys.revoke(id, text.prefix(), "ayse");
        assertThat(keys.list(id).get(0).isOpenAt(Instant.now())).isFalse();
    }

    private static void assertFault(Draft draft, String parameter) {
        assertFault(() -> terms(draft), parameter);
    }

    private static void assertFault(ThrowableAssert.ThrowingCallable deed, String parameter) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.faults())
                                .extracting(Problem.Fault::parameter)
                                .contains(parameter));
    }

    private static String told(Agreement agreement) {
        Refusal refusal = agreement.refusalAt(Instant.now()).orElseThrow();
        return Words.ofFiles().tell(refusal.wording(), Locale.ENGLISH);
    }
}
