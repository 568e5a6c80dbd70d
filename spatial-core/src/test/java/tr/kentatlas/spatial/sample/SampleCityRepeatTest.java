package tr.kentatlas.spatial.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.WKBWriter;
import tr.kentatlas.spatial.feature.FeatureRecord;

class SampleCityRepeatTest {

    @Test
    void theSameSeedMakesTheSameBytesAndAnotherSeedOthers() {
        String first = hash(SampleCity.of(Size.SMALL, 7));
        assertThat(hash(SampleCity.of(Size.SMALL, 7))).isEqualTo(first);
        assertThat(hash(SampleCity.of(Size.SMALL, 8))).isNotEqualTo(first);
    }

    @Test
    void everyPlantedDefectIsListedOnceTheCityIsRead() {
        SampleCity city = SampleCity.of(Size.SMALL, 1).withDefects();
        CollectedCity spoiled = CollectedCity.of(city);
        List<PlantedDefect> defects = city.plantedDefects();
        Set<String> rules = defects.stream().map(PlantedDefect::ruleId).collect(Collectors.toSet());
        assertThat(rules)
                .containsExactlyInAnyOrder(
                        "G1", "G2", "I1", "I2", "I3", "I4", "AU1", "AU2", "AU3", "BU1", "BU5", "AD3", "AD4", "AD5",
                        "TN3");
        assertThat(defects)
                .allSatisfy(defect -> assertThat(defect.type())
                        .isEqualTo(
                                defect.tucbsNo() == null
                                        ? "agac"
                                        : spoiled.get(defect.tucbsNo()).type()));
        assertThat(defects)
                .filteredOn(defect -> defect.tucbsNo() != null)
                .allMatch(defect -> spoiled.has(Objects.requireNonNull(defect.tucbsNo())));
    }

    @Test
    void onlyThePlantedFeaturesDifferFromTheCleanCity() {
        CollectedCity clean = CollectedCity.clean();
        SampleCity city = SampleCity.of(Size.SMALL, 1).withDefects();
        CollectedCity spoiled = CollectedCity.of(city);
        long changed = spoiled.all().stream()
                .filter(entry -> entry.id() == null || !same(entry, clean.get(entry.id())))
                .count();
        long missing = clean.all().stream()
                .filter(entry -> !spoiled.has(CollectedCity.id(entry)))
                .count();
        assertThat(missing).isEqualTo(2);
        assertThat(changed).isEqualTo(city.plantedDefects().size() - 1L);
    }

    private static boolean same(FeatureRecord a, FeatureRecord b) {
        return line(a).equals(line(b));
    }

    private static String hash(SampleCity city) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (FeatureRecord entry : CollectedCity.of(city).all()) {
                digest.update(line(entry).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(FeatureRecord entry) {
        String shape =
                entry.geometry() == null ? "" : WKBWriter.toHex(new WKBWriter().write(CollectedCity.geometry(entry)));
        return entry.type() + entry.id() + entry.values() + shape + "\n";
    }
}
