package tr.kentatlas.spatial.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinistryCodeListsTest {
    private static final Model MODEL = ModelReader.read();

    @Test
    void theServiceTypesAreTheSeventeenOfTheMinistryEachWithSubTypes() {
        String[] seventeen = words("""
                egitim guvenlik cevreselKoruma saglik belediye yonetim ulasim konutVeKonaklama aileVeSosyal dini
                kulturel turizmVeEglence ticaretVeMaliye endustriEnerjiGidaTarimHayvancilik yargiVeAdalet
                digerResmiKurum diger""");
        assertThat(codes("hizmetTipi")).containsExactly(seventeen);
        Map<String, Long> subTypes = list("hizmetAltTipi").codes().stream()
                .collect(Collectors.groupingBy(this::parent, Collectors.counting()));
        assertThat(subTypes)
                .containsOnlyKeys(seventeen)
                .allSatisfy((type, count) -> assertThat(count).isGreaterThanOrEqualTo(4));
        assertThat(list("hizmetAltTipi").find("eczane"))
                .hasValueSatisfying(c -> assertThat(c.parent()).isEqualTo("saglik"));
    }

    @Test
    void allProvincesAndDistrictsOfTurkeyAreThere() {
        assertThat(list("il").codes()).hasSize(81);
        assertThat(list("ilce").codes()).hasSize(973);
        assertThat(Stream.of("1", "34", "35", "40", "73", "76").map(c -> titleOf("il", c)))
                .containsExactly("Adana", "İstanbul", "İzmir", "Kırşehir", "Şırnak", "Iğdır");
    }

    @ParameterizedTest
    @CsvSource({
        "1104, Seyhan, 1",
        "1437, Karaisalı, 1",
        "1231, Çankaya, 6",
        "1421, Kadıköy, 34",
        "1327, Fatih, 34",
        "1830, 19 Mayıs, 55",
        "1399, Ilgaz, 18",
        "1420, İznik, 16"
    })
    void districtsAreSpelledInTurkishAndBelongToTheirProvince(String code, String name, String province) {
        assertThat(list("ilce").find(code)).hasValueSatisfying(district -> {
            assertThat(district.title().tr()).isEqualTo(name);
            assertThat(district.parent()).isEqualTo(province);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "ilce, il",
        "hizmetAltTipi, hizmetTipi",
        "gosterim, gosterimSinifi",
        "hilucs, hilucs",
        "kullanimAltTuru, kullanimAltTuru",
        "bbKullanimAltTuru, bbKullanim",
        "sebekeAltTuru, sebekeTuru",
        "sebekeDonatiTuru, sebekeDugumTipi"
    })
    void parentsOfCodesExist(String list, String parents) {
        assertThat(list(list).codes().stream().map(this::parent).filter(p -> !p.isEmpty()))
                .isNotEmpty()
                .allSatisfy(parent -> assertThat(list(parents).find(parent)).isPresent());
    }

    @Test
    void aCodeIsInForceOnTheDaysBetweenItsBeginningAndItsEnd() {
        LocalDate from = LocalDate.of(2020, 1, 1);
        LocalDate until = LocalDate.of(2026, 1, 1);
        CodeList list = new CodeList(
                "x", new Text("", ""), "", Certainty.CITY, CodeList.Extensibility.NONE, List.of(code(from, until)));
        assertThat(Stream.of(from.minusDays(1), from, until.minusDays(1), until)
                        .map(day -> list.inForce(day).size()))
                .containsExactly(0, 1, 1, 0);
        assertThatExceptionOfType(ModelException.class).isThrownBy(() -> code(until, until));
    }

    private static CodeList.Code code(LocalDate from, LocalDate until) {
        return new CodeList.Code("a", new Text("a", "a"), null, null, null, List.of(), from, until);
    }

    @Test
    void codesSeenInTheMinistrysDataKeepTheirSpelling() {
        assertThat(codes("planTuru")).contains("CevreDuzeniPlani", "NazimImarPlani", "uygulamaImarPlani");
        assertThat(codes("yatayGeometriReferansDegeri")).contains("toplamBinaIzdusumu", "footPrint");
        assertThat(codes("csbmTuru")).startsWith("1", "2", "3", "4", "5");
        assertThat(codes("yapiSinifiTipi")).contains("1Sinif", "3Sinif", "diger");
        assertThat(codes("hilucs")).contains("1_1_Agriculture", "5_ResidentialUse", "6_6_NotKnownUse");
        assertThat(codes("kentselArazi")).hasSize(27).contains("11100", "14100", "50000");
        assertThat(codes("gosterim")).contains("acikYesil.park", "konut.gelismeKonut", "sinir.planOnamaSiniri");
    }

    private String parent(CodeList.Code code) {
        String parent = code.parent();
        return parent == null ? "" : parent;
    }

    private static CodeList list(String name) {
        CodeList list = MODEL.codeLists().get(name);
        if (list == null) throw new AssertionError("no code list " + name);
        return list;
    }

    private static List<String> codes(String list) {
        return list(list).codes().stream().map(CodeList.Code::code).toList();
    }

    private static String titleOf(String list, String code) {
        return list(list).find(code).orElseThrow().title().tr();
    }

    private static String[] words(String text) {
        return text.strip().split("\\s+");
    }
}
