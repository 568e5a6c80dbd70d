package tr.kentatlas.spatial.quality;

import static tr.kentatlas.spatial.Records.record;
import static tr.kentatlas.spatial.quality.CleanCity.box;
import static tr.kentatlas.spatial.quality.CleanCity.id;
import static tr.kentatlas.spatial.quality.PlantedDefects.defect;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Administrative units that do not fit together. */
final class PlantedUnits {
    private PlantedUnits() {}

    static Stream<Arguments> all() {
        return Stream.of(
                defect("AU1", "overlap", c -> c.at("idari_birim", "bati", box(0, 0, 230, 200)), "idari_birim", "dogu"),
                defect(
                        "AU1",
                        "metropolitan municipalities overlap",
                        c -> c.add(record(
                                "idari_birim",
                                "next",
                                box(790, 0, 200, 200),
                                "duzey",
                                "belediye",
                                "ad",
                                "Yan Büyükşehir Belediyesi",
                                "belediye_tipi",
                                "buyuksehirBelediyesi")),
                        "idari_birim",
                        "buyuksehir"),
                defect("AU2", "gap", c -> c.at("idari_birim", "bati", box(0, 0, 195, 200)), "idari_birim", "bati"),
                defect(
                        "AU2",
                        "hole",
                        c -> c.at("idari_birim", "bati", box(0, 0, 200, 200).difference(box(60, 60, 5, 5))),
                        "idari_birim",
                        "bati"),
                defect(
                        "AU3",
                        "no parent",
                        c -> c.with("idari_birim", "bati", "ust_birim", null),
                        "idari_birim",
                        "bati"),
                defect(
                        "AU3",
                        "parent is a neighbour",
                        c -> c.with("idari_birim", "bati", "ust_birim", id("idari_birim", "dogu")),
                        "idari_birim",
                        "bati"),
                defect(
                        "AU3",
                        "outside its parent",
                        c -> c.at("idari_birim", "dogu", box(200, 0, 220, 200)),
                        "idari_birim",
                        "dogu"));
    }
}
