package tr.kentatlas.api.exchange.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.exchange.agreement.Draft;
import tr.kentatlas.api.exchange.agreement.Terms;
import tr.kentatlas.api.exchange.agreement.TermsReader;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.FeatureStore;
import tr.kentatlas.spatial.store.WallReader;

class DryRunTest {
    private final PGSimpleDataSource owner = SmallCity.database();
    private final Edition edition =
            new Editions(JdbcClient.create(owner)).find(1).orElseThrow();
    private final DryRun dryRun = new DryRun(new FeatureStore(new WallReader(owner, owner)));

    @Test
    void theShapesComeFromAllPartsOfWhatThePartnerSees() {
        DryRun.Sample buildings = sample(Draft.of("2026/1").sharing("bina", "zeminUstuKatSayisi"));
        assertThat(buildings.rows()).hasSize(5);
        assertThat(buildings.shapes()).hasSizeBetween(100, 640).doesNotHaveDuplicates();
        Envelope shown = new Envelope();
        for (JsonNode shape : buildings.shapes())
            for (JsonNode corner : corners(shape))
                shown.expandToInclude(corner.get(0).asDouble(), corner.get(1).asDouble());
        List<Double> box = Objects.requireNonNull(buildings.bbox());
        assertThat(shown.getWidth()).isGreaterThan(0.8 * (box.get(2) - box.get(0)));
        assertThat(shown.getHeight()).isGreaterThan(0.8 * (box.get(3) - box.get(1)));
    }

    @Test
    void whatHasNoPlaceHasRowsAndNoShapes() {
        DryRun.Sample roads = sample(Draft.of("2026/2").sharing("yol", "ad"));
        assertThat(roads.rows()).hasSize(5);
        assertThat(roads.shapes()).isEmpty();
    }

    @Test
    void aSingleFeatureIsShownWithItsShape() {
        String door = JdbcClient.create(owner)
                .sql("SELECT tucbs_no::text FROM working.numarataj ORDER BY 1 LIMIT 1")
                .query(String.class)
                .single();
        Draft draft = Draft.of("2026/3");
        draft.layer("numarataj", List.of("kapiNumarasi")).put("rows", "tucbsNo = '" + door + "'");
        DryRun.Sample doors = sample(draft);
        assertThat(doors.features()).isEqualTo(1);
        assertThat(doors.rows()).hasSize(1);
        assertThat(doors.shapes()).hasSize(1);
    }

    @Test
    void whatWhoeverTriesItOutDoesNotSeeIsToldToBeThereAndNothingElse() {
        Grant own = View.visitor(edition).grant();
        Draft draft = Draft.of("2026/4")
                .with("ground", "KVKK m. 5/2-ç")
                .sharing("bina", "zeminUstuKatSayisi", "binaKimlikNo");
        draft.layer("sebeke_hatti", List.of("altTur")).put("ground", "4982 m. 16");
        List<DryRun.Sample> samples = dryRun.of(TermsReader.read(draft.json(), edition), edition, own);
        DryRun.Sample buildings = samples.get(0);
        assertThat(buildings.rows()).hasSize(5).allSatisfy(row -> {
            assertThat(row.get("binaKimlikNo")).isIn(DryRun.THERE_IS_ONE, null);
            assertThat(row.get("zeminUstuKatSayisi")).isNotEqualTo(DryRun.THERE_IS_ONE);
        });
        assertThat(buildings.rows()).anyMatch(row -> DryRun.THERE_IS_ONE.equals(row.get("binaKimlikNo")));
        assertThat(buildings.shapes()).isNotEmpty();
        DryRun.Sample pipes = samples.get(1);
        assertThat(pipes.features()).isPositive();
        assertThat(pipes.rows()).allSatisfy(row -> assertThat(row.values()).containsOnly(DryRun.THERE_IS_ONE));
        assertThat(pipes.shapes()).isEmpty();
        assertThat(pipes.bbox()).isNull();
    }

    @Test
    void whatIsChosenByAValueThatIsNotSeenIsNotEvenCounted() {
        Grant own = View.visitor(edition).grant();
        for (String rows : List.of("YO_yapiMaliyeti > 1000000", "adi IS NULL AND NOT BO_konutBirimSayisi = 1")) {
            Draft draft = Draft.of("2026/5");
            draft.layer("bina", List.of("adi")).put("rows", rows);
            DryRun.Sample sample = sample(draft, own);
            assertThat(sample.features()).isNull();
            assertThat(sample.bbox()).isNull();
            assertThat(sample.told()).isZero();
        }
        Draft draft = Draft.of("2026/6");
        draft.layer("bagimsiz_bolum", List.of("icKapiNo"))
                .put("rows", "icKapiNo = '1'")
                .put("ground", "KVKK m. 5/2-ç");
        assertThat(sample(draft, own).features()).isNull();
    }

    @Test
    void valuesThePublicSeesOnlyInPartAreToldToBeThere() {
        Draft draft = Draft.of("2026/7").with("ground", "KVKK m. 5/2-ç").sharing("bina", "BO_konutBirimSayisi");
        assertThat(sample(draft, View.visitor(edition).grant()).rows())
                .allSatisfy(row -> assertThat(row.get("BO_konutBirimSayisi")).isIn(DryRun.THERE_IS_ONE, null));
    }

    private static JsonNode corners(JsonNode shape) {
        JsonNode rings = shape.get("coordinates");
        return shape.get("type").asString().equals("Polygon")
                ? rings.get(0)
                : rings.get(0).get(0);
    }

    private DryRun.Sample sample(Draft draft) {
        return sample(draft, TermsReader.read(draft.json(), edition).grant());
    }

    private DryRun.Sample sample(Draft draft, Grant own) {
        Terms terms = TermsReader.read(draft.json(), edition);
        var samples = dryRun.of(terms, edition, own);
        assertThat(samples).hasSize(1);
        return samples.getFirst();
    }
}
