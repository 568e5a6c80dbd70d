package tr.kentatlas.spatial.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tr.kentatlas.spatial.quality.CleanCity.id;
import static tr.kentatlas.spatial.quality.CleanCity.point;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.spatial.Records;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Release;
import tr.kentatlas.spatial.release.ReleaseCheck.Severity;
import tr.kentatlas.spatial.release.ReleaseRefused;

class QualityRunTest {
    private static final Decision COUNCIL =
            new Decision(Approval.COUNCIL, "2026/112", LocalDate.of(2026, 11, 3), "A. Yılmaz");
    private static final Text TEXT = new Text("deneme", "trial");

    @Test
    void aBlockerRefusesApprovalAnErrorNeedsAnAnswerAndAWarningNothing() {
        RuleTrial trial = new RuleTrial().load(new CleanCity().with("numarataj", "b", "tip", "bahçeKapısı"));
        trial.draft();
        assertThat(trial.check()).containsOnlyKeys("I3.open", "AD3");
        assertThatThrownBy(() -> trial.publisher.approve(List.of(), COUNCIL))
                .isInstanceOf(ReleaseRefused.class)
                .hasMessageContaining("AD3 (error, 1)")
                .hasMessageNotContaining("I3.open");
        trial.publisher.accept("AD3", "the door is being built", "A. Yılmaz");
        trial.publisher.approve(List.of(), COUNCIL);
        trial.load(new CleanCity().with("numarataj", "b", "parsel", id("parsel", "yok")));
        trial.draft();
        trial.check();
        assertThatThrownBy(() -> trial.publisher.approve(List.of(), COUNCIL)).hasMessageContaining("I4 (blocker, 1)");
    }

    @Test
    void theLastRunCounts() {
        RuleTrial trial = RuleTrial.of("G2")
                .load(new CleanCity().add(Records.record("agac", "twin", point(110, 30), "tur", "çam")));
        Release draft = trial.draft();
        trial.check();
        assertThat(trial.check()).containsEntry("G2", 2L);
        assertThat(trial.findings(draft, "G2")).hasSize(2);
    }

    @Test
    void everythingIsCountedAndTheFirstTenThousandAreKept() {
        Rule many = rule("X1", "SELECT 'agac', t.tucbs_no, 'n', t.geom FROM agac t, generate_series(1, 10500)");
        RuleTrial trial = new RuleTrial(new RuleBook(List.of(many), RuleTrial.BOOK.places())).load(new CleanCity());
        Release draft = trial.draft();
        assertThat(trial.check()).containsEntry("X1", 10_500L);
        assertThat(trial.findings(draft, "X1")).hasSize(10_000);
        Findings findings = new Findings(trial.city);
        assertThat(findings.cut(draft.number(), null)).containsExactly(new Findings.Cut("X1", 10_500, 10_000));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        findings.writeGeoJson(draft.number(), "X1", out);
        JsonNode json = JsonMapper.shared().readTree(out.toByteArray());
        assertThat(json.path("features").size()).isEqualTo(10_000);
        assertThat(json.path("cut").toString()).isEqualTo("[{\"rule\":\"X1\",\"found\":10500,\"shown\":10000}]");
    }

    @Test
    void ofABlockerEveryFindingIsKept() {
        Rule many = rule("X1", "SELECT 'agac', t.tucbs_no, 'n', t.geom FROM agac t, generate_series(1, 10500)");
        Rule blocker = new Rule("X1", TEXT, Severity.BLOCKER, List.of(), many.checks(), TEXT, "test");
        RuleTrial trial = new RuleTrial(new RuleBook(List.of(blocker), RuleTrial.BOOK.places())).load(new CleanCity());
        Release draft = trial.draft();
        trial.check();
        assertThat(trial.findings(draft, "X1")).hasSize(10_500);
        assertThat(new Findings(trial.city).cut(draft.number(), null)).isEmpty();
    }

    @Test
    void oneBrokenRuleFailsTheRunWithItsIdAndLeavesTheFindingsBefore() {
        RuleTrial trial = RuleTrial.of("AD3").load(new CleanCity().with("numarataj", "b", "yon", null));
        Release draft = trial.draft();
        trial.check();
        Rule broken = rule("X2", "SELECT 'agac', t.tucbs_no, 1 / 0, t.geom FROM agac t");
        QualityRun run = new QualityRun(trial.city, new RuleBook(List.of(broken), RuleTrial.BOOK.places()));
        assertThatThrownBy(() -> run.check(draft, RuleTrial.QUIET))
                .isInstanceOf(RuleException.class)
                .hasMessageStartingWith("rule X2 failed");
        assertThat(trial.findings(draft, "AD3")).isNotEmpty();
    }

    @Test
    void aRuleThatTakesTooLongIsStopped() {
        RuleTrial trial = new RuleTrial().load(new CleanCity());
        Release draft = trial.draft();
        Rule slow = rule("X3", "SELECT 'agac', t.tucbs_no, 'n' || pg_sleep(60), t.geom FROM agac t");
        QualityRun run = new QualityRun(
                trial.city, new RuleBook(List.of(slow), RuleTrial.BOOK.places()), Duration.ofMillis(200));
        assertThatThrownBy(() -> run.check(draft, RuleTrial.QUIET)).hasMessageStartingWith("rule X3 failed");
    }

    @Test
    void findingsComeAsGeoJsonInLongitudeAndLatitude() {
        RuleTrial trial = RuleTrial.of("AD3").load(new CleanCity().with("numarataj", "b", "yon", null));
        Release draft = trial.draft();
        trial.check();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Findings(trial.city).writeGeoJson(draft.number(), "AD3", out);
        JsonNode json = JsonMapper.shared().readTree(out.toByteArray());
        assertThat(json.path("type").asString()).isEqualTo("FeatureCollection");
        JsonNode feature = json.path("features").path(0);
        assertThat(feature.path("properties").path("rule").asString()).isEqualTo("AD3");
        assertThat(feature.path("properties").path("tucbsNo").asString())
                .isEqualTo(id("numarataj", "b").toString());
        assertThat(feature.path("geometry").path("coordinates").path(0).asDouble())
                .isBetween(32.9, 33.1);
        assertThat(feature.path("geometry").path("coordinates").path(1).asDouble())
                .isBetween(39.8, 40.0);
    }

    @Test
    void findingsArePagedByTheirNumber() {
        RuleTrial trial = RuleTrial.of("G2")
                .load(new CleanCity().add(Records.record("agac", "twin", point(110, 30), "tur", "çam")));
        Release draft = trial.draft();
        trial.check();
        Findings findings = new Findings(trial.city);
        Finding first = findings.page(draft.number(), "G2", 0, 1).get(0);
        assertThat(findings.page(draft.number(), "G2", first.number(), 10))
                .singleElement()
                .satisfies(second -> assertThat(second.tucbsNo()).isNotEqualTo(first.tucbsNo()));
    }

    @Test
    void theFillRateCountsNoBlankTextEmptyListOrEmptyGeometry() {
        RuleTrial trial = new RuleTrial()
                .load(new CleanCity()
                        .with("bina", "a", "adi", " ")
                        .with("bina", "b", "adi", "Gül Apartmanı")
                        .with("bina", "a", "parsel", List.of())
                        .with("bina", "b", "parsel", List.of(id("parsel", "1")))
                        .at("bina", "c", CleanCity.wkt("MULTIPOLYGON EMPTY")));
        List<FillRate.Row> rows = new FillRate(trial.jdbc).of(trial.draft());
        assertThat(rows)
                .contains(
                        new FillRate.Row("bina", "adi", 3, 1),
                        new FillRate.Row("bina", "parsel", 3, 1),
                        new FillRate.Row("bina", "geometri", 3, 2),
                        new FillRate.Row("bina", "zeminUstuKatSayisi", 3, 3),
                        new FillRate.Row("ada", "adaNo", 0, 0));
        assertThat(rows.stream().map(FillRate.Row::type).distinct())
                .hasSize(TestCity.MODEL.types().size());
    }

    @Test
    void aRuleBookThatContradictsItselfIsRefused() {
        assertThatThrownBy(() -> check(rule("X1", "SELECT :nothing FROM agac t")))
                .hasMessageContaining("X1: unknown parameter :nothing");
        assertThatThrownBy(() -> check(rule("X1", "SELECT 1 FROM {type} t")))
                .hasMessageContaining("X1: unknown placeholder {type}");
        assertThatThrownBy(() -> check(rule("rule one", "SELECT 1"))).hasMessageContaining("an id is like");
        assertThatThrownBy(() -> check(rule("X1", "SELECT 1"), rule("X1", "SELECT 2")))
                .hasMessageContaining("twice");
    }

    private static void check(Rule... rules) {
        new RuleBookCheck(TestCity.MODEL).check(new RuleBook(List.of(rules), RuleTrial.BOOK.places()));
    }

    private static Rule rule(String id, String sql) {
        var check = new Rule.Check(Rule.ForEach.ONCE, Set.of("agac"), Set.of(), Set.of(), sql);
        return new Rule(id, TEXT, Severity.ERROR, List.of(), List.of(check), TEXT, "test");
    }
}
