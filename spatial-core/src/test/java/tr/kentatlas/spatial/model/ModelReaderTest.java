package tr.kentatlas.spatial.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModelReaderTest {
    private final Model model = ModelReader.read();

    @Test
    void everyTypeBelongsToAThemeAndKeepsItsOfficialNames() {
        FeatureType building = model.get("bina");
        assertThat(building.theme()).isEqualTo("bina");
        assertThat(building.attribute("zeminUstuKatSayisi"))
                .hasValueSatisfying(a -> assertThat(a.column()).isEqualTo("kat_ustu"));
    }

    @Test
    void aThemeNeedsTheStrongestApprovalOfItsTypes() {
        assertThat(model.theme("idari_birim").approval()).isEqualTo(Approval.COUNCIL);
    }

    @Test
    void whatIsNotPublicNamesItsLegalGround() {
        List<String> silent = model.types().stream()
                .flatMap(type -> model.attributesOf(type).stream())
                .filter(attribute -> !attribute.isPublic())
                .map(Attribute::reasonNotPublic)
                .filter(reason -> reason == null || reason.isBlank())
                .toList();
        assertThat(silent).isEmpty();
    }
}
