package tr.kentatlas.spatial.quality;

import static tr.kentatlas.spatial.Records.record;
import static tr.kentatlas.spatial.quality.CleanCity.box;
import static tr.kentatlas.spatial.quality.CleanCity.id;
import static tr.kentatlas.spatial.quality.PlantedDefects.defect;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Records that lack what they are found by. */
final class PlantedGaps {
    private PlantedGaps() {}

    static Stream<Arguments> all() {
        return Stream.of(
                defect(
                        "I5",
                        "parcel without a number",
                        c -> c.add(record("parsel", "p", box(60, 110, 10, 10), "parsel_turu", "imar")),
                        "parsel",
                        "p"),
                defect("I5", "road without a name", c -> c.with("yol", "cinar", "ad", null), "yol", "cinar"),
                defect("I5", "door without a number", c -> c.with("numarataj", "b", "kapi_no", " "), "numarataj", "b"),
                defect(
                        "I5",
                        "unit without a level",
                        c -> c.with("idari_birim", "bati", "duzey", null),
                        "idari_birim",
                        "bati"),
                defect(
                        "I5",
                        "service without a kind",
                        c -> c.with("kamu_hizmeti", "school", "tip", null),
                        "kamu_hizmeti",
                        "school"),
                defect(
                        "I5",
                        "duty without its hours",
                        c -> c.add(record("nobet_cizelgesi", "n", null, "eczane", id("kamu_hizmeti", "school"))),
                        "nobet_cizelgesi",
                        "n"));
    }
}
