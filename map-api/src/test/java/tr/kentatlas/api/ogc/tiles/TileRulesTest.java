package tr.kentatlas.api.ogc.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.access.View;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.map.TileStore;

/** What a tile of one collection carries: the nearer, the more. */
class TileRulesTest {
    private final TileRules rules = TileRules.read();
    private final VisibleType buildings = View.visitor(new Editions(JdbcClient.create(SmallCity.database()))
                    .find(1)
                    .orElseThrow())
            .type("bina");

    @Test
    void fromAfarOneFeatureStandsForAllOfItsPixelWithWhatTheMapShows() {
        TileStore.Layer far = rules.layer(buildings, 13);
        assertThat(far.thinned()).isTrue();
        assertThat(far.fields()).containsExactly("adi", "zeminUstuKatSayisi");
    }

    /** With every attribute the densest tiles of a district would have up to 840 kB. */
    @Test
    void whereTilesAreDenseEveryFeatureHasWhatTheMapShows() {
        TileStore.Layer dense = rules.layer(buildings, 14);
        assertThat(dense.thinned()).isFalse();
        assertThat(dense.fields()).containsExactly("adi", "zeminUstuKatSayisi");
    }

    @Test
    void fromNearEveryFeatureHasEveryAttribute() {
        assertThat(rules.layer(buildings, 15).fields())
                .hasSameSizeAs(buildings.attributes())
                .contains("kullanimAltTuru");
    }
}
