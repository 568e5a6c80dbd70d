package tr.kentatlas.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.ModelReader;

/** What each role sees of what is not public, attribute by attribute of the model. */
class NeedTest {
    private static final Model MODEL = ModelReader.read();

    @Test
    void everyAttributeThatIsNotWhollyPublicBelongsToANeed() {
        List<String> forgotten = new ArrayList<>();
        for (FeatureType type : MODEL.types()) {
            if (!type.isPublic() && Need.of(type).isEmpty()) forgotten.add(type.name());
            for (Attribute attribute : MODEL.attributesOf(type))
                if (!attribute.isFullyPublic() && Need.of(type, attribute).isEmpty())
                    forgotten.add(type.name() + "." + attribute.name());
        }
        assertThat(forgotten).isEmpty();
    }

    @Test
    void whoHasNoRoleSeesWhatThePublicSees() {
        assertThat(seen(Set.of())).isEmpty();
    }

    @Test
    void aViewerSeesNoPersonNoKeyNoUnitAndNoNetwork() {
        assertThat(seen(Set.of(Role.VIEWER)))
                .contains("bina.kayitDurumu")
                .noneMatch(
                        field -> field.matches(
                                ".*(olusturan|KimlikNo|uavt|maks|Maliyet|dokuman|Sayisi|AltTuru|Iletisim).*|bagimsiz_bolum.*|sebeke_.*"));
    }

    @Test
    void howToReachPersonsIsSeenByThoseWhoKeepServices() {
        assertThat(seen(Set.of(Role.EDITOR))).contains("kamu_hizmeti.Iletisim_telefon", "bina.BO_konutBirimSayisi");
        assertThat(seen(Set.of(Role.PLANNER, Role.NUMBERING, Role.AGREEMENTS, Role.AUDITOR)))
                .contains("bina.BO_konutBirimSayisi")
                .noneMatch(field -> field.contains("Iletisim_"));
    }

    @Test
    void aPlannerSeesNetworksAndNoUnits() {
        assertThat(seen(Set.of(Role.PLANNER)))
                .anyMatch(field -> field.startsWith("sebeke_hatti."))
                .noneMatch(field -> field.startsWith("bagimsiz_bolum."))
                .noneMatch(field -> field.endsWith(".olusturan"));
    }

    @Test
    void numberingSeesUnitsAndRegistryKeysAndNoNetworks() {
        assertThat(seen(Set.of(Role.NUMBERING)))
                .contains("bagimsiz_bolum.icKapiNo", "numarataj.numaratajKodu", "bina.binaKimlikNo")
                .noneMatch(field -> field.startsWith("sebeke_"));
    }

    @Test
    void theAgreementManagerSeesNothingMoreThanThePublic() {
        assertThat(seen(Set.of(Role.AGREEMENTS))).isEmpty();
    }

    @Test
    void stewardAndAdministratorSeeEverything() {
        assertThat(seen(Set.of(Role.STEWARD))).isEqualTo(seen(Set.of(Role.ADMIN)));
        assertThat(seen(Set.of(Role.ADMIN))).contains("bagimsiz_bolum.adresNo", "bina.YO_yapiMaliyeti");
    }

    /** What these roles see beyond the public. */
    private static List<String> seen(Set<Role> roles) {
        List<String> seen = new ArrayList<>();
        for (FeatureType type : MODEL.types())
            for (Attribute attribute : MODEL.attributesOf(type))
                if (!(type.isPublic() && attribute.isFullyPublic()) && Need.permitsWhole(roles, type, attribute))
                    seen.add(type.name() + "." + attribute.name());
        return seen;
    }
}
