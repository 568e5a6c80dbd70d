package tr.kentatlas.api.exchange.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.exchange.agreement.Draft;
import tr.kentatlas.api.exchange.agreement.TermsReader;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.FeatureStore;

class DryRunTest {
    private final PGSimpleDataSource owner = SmallCity.database();
    private final Edition edition =
            new Editions(JdbcClient.create(owner)).find(1).orElseThrow();
    private final DryRun dryRun = new DryRun(new FeatureStore(owner, owner));

    @Test
    void theShapesComeFromAllPartsOfWhatThePartnerSees() throws ParseException {
        DryRun.Sample buildings = sample(Draft.of("2026/1").sharing("bina", "zeminUstuKatSayisi"));
        assertThat(buildings.rows()).hasSize(5);
        assertThat(buildings.shapes()).hasSizeBetween(100, 640).doesNotHaveDuplicates();
        Envelope shown = new Envelope();
        for (JsonNode shape : buildings.shapes())
            shown.expandToInclude(new GeoJsonReader().read(shape.toString()).getEnvelopeInternal());
        var box = buildings.bbox();
        assertThat(box).isNotNull();
        assertThat(shown.getWidth()).isGreaterThan(0.8 * (box.get(2) - box.get(0)));
        assertThat(shown.getHeight()).isGreaterThan(0.8 * (box.get(3) - box.get(1)));
    }

    @Test
    void whatHasNoPlaceHasRowsAndNoShapes() {
        DryRun.Sample roads = sample(Draft.of("2026/2").sharing("yol", "adi"));
        assertThat(roads.rows()).hasSize(5);
        assertThat(roads.shapes()).isEmpty();
    }

    private DryRun.Sample sample(Draft draft) {
        var samples = dryRun.of(TermsReader.read(draft.json(), edition), edition);
        assertThat(samples).hasSize(1);
        return samples.getFirst();
    }
}
