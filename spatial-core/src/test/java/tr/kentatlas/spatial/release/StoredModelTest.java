package tr.kentatlas.spatial.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.Theme;

/** An older release is read with the model it was frozen under. */
class StoredModelTest {
    private final JdbcClient jdbc = JdbcClient.create(TestCity.empty());

    @Test
    void aModelIsReadAsItWasKept() {
        String hash = StoredModel.keep(TestCity.MODEL, jdbc);
        assertThat(StoredModel.read(hash, jdbc)).isEqualTo(TestCity.MODEL);
    }

    /** Else every theme would be another one after an upgrade, and its approval lost. */
    @Test
    void onlyWhereSomeFeaturesAloneArePublicTheModelIsWrittenOtherwiseThanBefore() {
        for (Theme theme : TestCity.MODEL.themes()) {
            String kept = new String(StoredModel.bytesOf(TestCity.MODEL, theme), StandardCharsets.UTF_8);
            assertThat(kept.contains("onlyOf"))
                    .as(theme.name())
                    .isEqualTo(theme.name().equals("kamu_hizmetleri"));
        }
    }

    @Test
    void aModelThatKnewOneHiddenValueOrNoneIsStillRead() {
        String hash = StoredModel.keep(TestCity.MODEL, jdbc);
        jdbc.sql("""
                UPDATE release.model SET model_hash = 'old', content =
                    replace(replace(replace(content, '"hiddenValues":[]', '"hiddenValue":null'),
                        '"hiddenValues":["1","2"]', '"hiddenValue":1'),
                        '"hiddenValues":["individualResidence","twoDwellings"]', '"hiddenValue":null') WHERE model_hash = ?
                """).param(hash).update();
        Model old = StoredModel.read("old", jdbc);
        FeatureType building = old.get("bina");
        assertThat(building.attribute("BO_konutBirimSayisi").orElseThrow().hiddenValues())
                .containsExactly("1");
        assertThat(building.attribute("kullanimAltTuru").orElseThrow().isFullyPublic())
                .isTrue();
    }
}
