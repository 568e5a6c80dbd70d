package tr.kentatlas.spatial.quality;

import static tr.kentatlas.spatial.Records.record;
import static tr.kentatlas.spatial.quality.CleanCity.box;
import static tr.kentatlas.spatial.quality.CleanCity.id;
import static tr.kentatlas.spatial.quality.PlantedDefects.defect;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.locationtech.jts.geom.Geometry;

/** What is told twice, and not alike. */
final class PlantedTwice {
    private PlantedTwice() {}

    static Stream<Arguments> all() {
        return Stream.of(
                defect(
                        "G1.place",
                        "a point and an address",
                        c -> c.with("kamu_hizmeti", "school", "adres", id("numarataj", "a")),
                        "kamu_hizmeti",
                        "school"),
                defect(
                        "PL4.twice",
                        "another ground coverage in the list",
                        c -> indicated(c, "0,4", "3.0").with("plan_kullanim_alani", "z", "taks", 0.3),
                        "plan_kullanim_alani",
                        "z"),
                defect(
                        "PL4.twice",
                        "a ground coverage in the list only",
                        c -> indicated(c, "0.4", "3.0"),
                        "plan_kullanim_alani",
                        "z"),
                defect("GE1", "another parcel number", c -> surveyed(c, "8", 100), "jeoteknik_etud", "e"),
                defect("GE1", "another area", c -> surveyed(c, "7", 250), "jeoteknik_etud", "e"));
    }

    /** The survey of a parcel that has the number 7 and 100 square metres. */
    private static CleanCity surveyed(CleanCity city, String number, double area) {
        Geometry land = box(60, 110, 10, 10);
        return city.add(record("parsel", "p", land, "parsel_no", "7", "alan", 100.0))
                .add(record(
                        "jeoteknik_etud",
                        "e",
                        land,
                        "parsel",
                        id("parsel", "p"),
                        "parsel_no",
                        number,
                        "parsel_alani",
                        area));
    }

    /** A planned area with a list of its ground coverage and of what has no field of its own. */
    private static CleanCity indicated(CleanCity city, String taks, String rear) {
        return city.add(record(
                "plan_kullanim_alani",
                "z",
                box(60, 60, 30, 30),
                "gosterge_referansi",
                List.of("taks", "arkaBahce"),
                "gosterge_degeri",
                List.of(taks, rear)));
    }
}
