package tr.kentatlas.spatial.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tr.kentatlas.spatial.Records.building;
import static tr.kentatlas.spatial.Records.record;
import static tr.kentatlas.spatial.Records.square;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.FeatureId;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.ingest.ListSource;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.ReleaseCheck.Outcome;
import tr.kentatlas.spatial.release.ReleaseCheck.Severity;

class PublisherTest {
    private static final Decision COUNCIL =
            new Decision(Approval.COUNCIL, "2026/112", LocalDate.of(2026, 11, 3), "A. Yılmaz");
    private static final Progress QUIET = Progress.silent();

    private final PGSimpleDataSource city = TestCity.empty();
    private final JdbcClient jdbc = JdbcClient.create(city);
    private final Releases releases = new Releases(jdbc);

    @Test
    void aPublishedReleaseServesWhatWasFrozenAndNotWhatCameLater() {
        load(building("a", 0, 5));
        Release draft = publisher()
                .draft(List.of(), "tester", null, Replacing.ANY, QUIET)
                .release();
        load(building("a", 0, 9));
        Release published = checkApprovePublish();
        assertThat(published.number()).isEqualTo(draft.number());
        assertThat(floors(published)).containsExactly(5);
    }

    @Test
    void thePublicCopyHoldsNothingThatIsNotPublic() {
        load(record("bina", "a", square(0, 10), "bina_kimlik_no", 77L));
        Release release = release();
        long id = snapshot(release, "bina").id();
        List<@Nullable String> columns = columns("acik_" + id);
        assertThat(columns)
                .contains("kat_ustu", "geojson")
                .doesNotContain("bina_kimlik_no", "olusturan", "maks_kimlik_no");
    }

    @Test
    void inThePublicCopyAHouseOfOneDwellingIsLikeOneOfTwo() {
        load(
                record("bina", "a", square(0, 10), "konut_sayisi", 1, "kullanim_alt_turu", "individualResidence"),
                record("bina", "b", square(20, 10), "konut_sayisi", 2, "kullanim_alt_turu", "twoDwellings"),
                record("bina", "c", square(40, 10), "konut_sayisi", 3, "kullanim_alt_turu", "moreThanTwoDwelling"),
                record("bina", "d", square(60, 10), "konut_sayisi", 0, "kullanim_alt_turu", "trade"));
        assertThat(jdbc.sql("SELECT concat_ws(' ', kullanim_alt_turu, konut_sayisi) FROM acik_"
                                + snapshot(release(), "bina").id() + ".bina ORDER BY ST_XMin(geom)")
                        .query(String.class)
                        .list())
                .containsExactly("residential", "residential", "moreThanTwoDwelling 3", "trade 0");
    }

    @Test
    void eachWallReadsItsOwnSideOnly() throws SQLException {
        load(building("a", 0, 5));
        long id = snapshot(release(), "bina").id();
        assertThat(readable("kent_acik", "acik_" + id + ".bina")).isTrue();
        assertThat(readable("kent_acik", "yayin_" + id + ".bina")).isFalse();
        assertThat(readable("kent_acik", "working.bina")).isFalse();
        assertThat(readable("kent_yayin", "yayin_" + id + ".bina")).isTrue();
        assertThat(readable("kent_yayin", "working.bina")).isFalse();
        assertThat(readable("kent_desk", "working.bina")).isTrue();
    }

    @Test
    void aDraftIsClosedToEveryReader() throws SQLException {
        load(building("a", 0, 5));
        Release draft = publisher()
                .draft(List.of(), "tester", null, Replacing.ANY, QUIET)
                .release();
        assertThat(readable("kent_yayin", "yayin_" + snapshot(draft, "bina").id() + ".bina"))
                .isFalse();
    }

    @Test
    void themesThatDidNotChangeShareTheirSnapshot() {
        load(building("a", 0, 5));
        Release first = release();
        load(record("numarataj", "d", square(0, 1).getCentroid(), "kapi_no", "12A"));
        Release second = release();
        assertThat(snapshot(second, "bina")).isEqualTo(snapshot(first, "bina"));
        assertThat(snapshot(second, "adres").id())
                .isNotEqualTo(snapshot(first, "adres").id());
    }

    @Test
    void rollingBackServesTheEarlierReleaseAgain() {
        load(building("a", 0, 5));
        Release first = release();
        load(building("a", 0, 6));
        release();
        Release back = publisher().rollback(null, "tester", "wrong floors");
        assertThat(back.number()).isEqualTo(first.number());
        assertThat(releases.current()).hasValue(first.number());
        assertThat(floors(back)).containsExactly(5);
    }

    @Test
    void aThemeNeedsTheBodyItsModelNames() {
        load(building("a", 0, 5));
        publisher().draft(List.of(), "tester", null, Replacing.ANY, QUIET);
        publisher().check(QUIET);
        var byTheUnit = new Decision(Approval.OPERATIONAL, "7", LocalDate.of(2026, 11, 3), "A. Yılmaz");
        assertThatThrownBy(() -> publisher().approve(List.of("idari_birim"), byTheUnit))
                .isInstanceOf(ReleaseRefused.class)
                .hasMessageContaining("NEEDS_BODY[idari_birim, COUNCIL]");
    }

    @Test
    void anUncheckedOrUnapprovedDraftIsNotPublished() {
        load(building("a", 0, 5));
        publisher().draft(List.of(), "tester", null, Replacing.ANY, QUIET);
        assertThatThrownBy(() -> publisher().publish("tester", null, QUIET)).hasMessageContaining("NOT_CHECKED");
        publisher().check(QUIET);
        assertThatThrownBy(() -> publisher().publish("tester", null, QUIET)).hasMessageContaining("NOT_APPROVED");
        assertThat(releases.current()).isEmpty();
    }

    @Test
    void blockersRefuseApprovalAndErrorsNeedSomebodyWhoAnswers() {
        load(building("a", 0, 5));
        Publisher strict = publisher(new Outcome("BU1", Severity.ERROR, 2));
        strict.draft(List.of(), "tester", null, Replacing.ANY, QUIET);
        strict.check(QUIET);
        assertThatThrownBy(() -> strict.approve(List.of(), COUNCIL)).hasMessageContaining("BU1 (error, 2)");
        strict.accept("BU1", "surveyed again in spring", "A. Yılmaz");
        strict.approve(List.of(), COUNCIL);
        Publisher blocked = publisher(new Outcome("G1", Severity.BLOCKER, 1));
        blocked.check(QUIET);
        assertThatThrownBy(() -> blocked.accept("G1", "never mind", "A. Yılmaz"))
                .isInstanceOf(ReleaseRefused.class);
        assertThatThrownBy(() -> blocked.approve(List.of(), COUNCIL)).hasMessageContaining("G1 (blocker, 1)");
    }

    @Test
    void aRuleThatFoundNothingIsNotAnsweredFor() {
        load(building("a", 0, 5));
        Publisher clean = publisher(new Outcome("BU1", Severity.ERROR, 0));
        clean.draft(List.of(), "tester", null, Replacing.ANY, QUIET);
        clean.check(QUIET);
        assertThatThrownBy(() -> clean.accept("BU1", "never mind", "A. Yılmaz"))
                .isInstanceOf(ReleaseRefused.class)
                .hasMessageContaining("NOTHING_TO_ACCEPT[BU1, ");
    }

    @Test
    void aDraftTellsWhichOneItReplacesAndWhatIsGoneWithIt() {
        load(building("a", 0, 5));
        Publisher strict = publisher(new Outcome("BU1", Severity.ERROR, 2));
        Release first = strict.draft(List.of(), "tester", null, Replacing.UNAPPROVED, QUIET)
                .release();
        strict.check(QUIET);
        strict.accept("BU1", "surveyed again in spring", "A. Yılmaz");
        EarlierDraft replaced = strict.draft(List.of(), "tester", null, Replacing.UNAPPROVED, QUIET)
                .replaced()
                .orElseThrow();
        assertThat(replaced.release().number()).isEqualTo(first.number());
        assertThat(replaced.isChecked()).isTrue();
        assertThat(replaced.accepted()).containsExactly("BU1");
        assertThat(replaced.approved()).isEmpty();
    }

    @Test
    void anApprovedDraftIsReplacedOnlyOnPurpose() {
        load(building("a", 0, 5));
        publisher().draft(List.of(), "tester", null, Replacing.ANY, QUIET);
        publisher().check(QUIET);
        publisher().approve(List.of("bina", "adres"), COUNCIL);
        load(building("a", 0, 6));
        assertThatThrownBy(() -> publisher().draft(List.of(), "tester", null, Replacing.UNAPPROVED, QUIET))
                .isInstanceOf(ReleaseRefused.class)
                .hasMessageContaining("DRAFT_APPROVED[1, [adres, bina]]");
        Drafted other = publisher().draft(List.of(), "tester", null, Replacing.ANY, QUIET);
        assertThat(other.replaced().orElseThrow().approvalsLostIn(other.release()))
                .containsExactly("bina");
    }

    @Test
    void whatIsServedAlreadyMakesNoDraftAnApprovedOne() {
        load(building("a", 0, 5));
        release();
        publisher().draft(List.of(), "tester", null, Replacing.ANY, QUIET);
        Drafted again = publisher().draft(List.of(), "tester", null, Replacing.UNAPPROVED, QUIET);
        assertThat(again.replaced().orElseThrow().approved()).isEmpty();
    }

    @Test
    void losingManyRowsNeedsAReason() {
        load(building("a", 0, 5), building("b", 20, 5), building("c", 40, 5));
        release();
        jdbc.sql(
                        "DELETE FROM working.bina WHERE kat_ustu = 5 AND tucbs_no <> (SELECT min(tucbs_no::text)::uuid FROM working.bina)")
                .update();
        assertThatThrownBy(this::release).hasMessageContaining("bina 3 → 1");
        assertThat(publisher()
                        .publish("tester", "the district was redrawn", QUIET)
                        .state())
                .isEqualTo(Release.State.PUBLISHED);
    }

    @Test
    void howManyRowsMayGoUnaskedIsTheTypesToSay() {
        load(IntStream.range(0, 10)
                .boxed()
                .flatMap(i -> Stream.of(
                        building("b" + i, 20 * i, 5),
                        record("agac", "t" + i, square(20 * i, 1).getCentroid())))
                .toArray(FeatureRecord[]::new));
        release();
        jdbc.sql("DELETE FROM working.agac WHERE tucbs_no = ?")
                .param(FeatureId.of("test", "agac", "t1"))
                .update();
        release();
        jdbc.sql("DELETE FROM working.bina WHERE tucbs_no = ?")
                .param(FeatureId.of("test", "bina", "b1"))
                .update();
        assertThatThrownBy(this::release).hasMessageContaining("bina 10 → 9");
    }

    private Release release() {
        publisher().draft(List.of(), "tester", null, Replacing.ANY, QUIET);
        return checkApprovePublish();
    }

    private Release checkApprovePublish() {
        publisher().check(QUIET);
        publisher().approve(List.of(), COUNCIL);
        return publisher().publish("tester", null, QUIET);
    }

    private Publisher publisher(Outcome... outcomes) {
        return new Publisher(city, TestCity.MODEL, TestCity.SRID, (draft, progress) -> List.of(outcomes), List.of());
    }

    private void load(FeatureRecord... records) {
        new Importer(city, TestCity.MODEL, TestCity.SRID).run(ListSource.of(records), "tester", QUIET);
    }

    private static Snapshot snapshot(Release release, String theme) {
        return release.snapshots().stream()
                .filter(s -> s.theme().equals(theme))
                .findFirst()
                .orElseThrow();
    }

    private List<@Nullable Integer> floors(Release release) {
        return jdbc.sql("SELECT kat_ustu FROM yayin_"
                        + snapshot(release, "bina").id() + ".bina")
                .query(Integer.class)
                .list();
    }

    private List<@Nullable String> columns(String schema) {
        return jdbc.sql(
                        "SELECT column_name FROM information_schema.columns WHERE table_schema = ? AND table_name = 'bina'")
                .param(schema)
                .query(String.class)
                .list();
    }

    private boolean readable(String role, String table) throws SQLException {
        try (Connection connection = city.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE " + role);
            statement.execute("SELECT count(*) FROM " + table);
            return true;
        } catch (SQLException e) {
            assertThat(e.getMessage()).contains("permission denied");
            return false;
        }
    }
}
