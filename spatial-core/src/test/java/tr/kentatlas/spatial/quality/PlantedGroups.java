package tr.kentatlas.spatial.quality;

import static tr.kentatlas.spatial.quality.PlantedDefects.defect;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Values that belong together and do not fit each other: heights and their references, uses and their shares, lists side by side. */
final class PlantedGroups {
    private PlantedGroups() {}

    static Stream<Arguments> all() {
        return Stream.of(
                defect("BU3", "height of unknown ends", c -> c.with("bina", "a", "yukseklik", 9.5), "bina", "a"),
                defect("BU3", "elevation of nothing", c -> c.with("bina", "a", "kot", 890.0), "bina", "a"),
                defect(
                        "BU3",
                        "further height",
                        c -> c.with("bina_yuksekligi", "gable", "ref_alt", null),
                        "bina_yuksekligi",
                        "gable"),
                defect("BU4", "more than all", c -> c.with("bina_kullanimi", "shops", "yuzde", 40.0), "bina", "a"),
                defect(
                        "BU4",
                        "less than nothing",
                        c -> c.with("bina_kullanimi", "shops", "yuzde", -5.0),
                        "bina_kullanimi",
                        "shops"),
                defect("BU4", "other main use", c -> c.with("bina", "a", "kullanim_alt_turu", "office"), "bina", "a"),
                defect(
                        "I6",
                        "lists of two lengths",
                        c -> c.with("bina", "a", "rd_dokuman_baglantisi", List.of("a.pdf", "b.pdf"))
                                .with("bina", "a", "rd_tarih", List.of(LocalDate.of(2024, 1, 1))),
                        "bina",
                        "a"));
    }
}
