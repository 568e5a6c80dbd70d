package tr.kentatlas.spatial.quality;

import static org.junit.jupiter.params.provider.Arguments.arguments;
import static tr.kentatlas.spatial.Records.record;
import static tr.kentatlas.spatial.quality.CleanCity.box;
import static tr.kentatlas.spatial.quality.CleanCity.id;
import static tr.kentatlas.spatial.quality.CleanCity.line;
import static tr.kentatlas.spatial.quality.CleanCity.point;
import static tr.kentatlas.spatial.quality.CleanCity.polygon;
import static tr.kentatlas.spatial.quality.CleanCity.wkt;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import tr.kentatlas.spatial.feature.FeatureRecord;

/** Mistakes, each made in a city that is clean otherwise: rule, what is wrong, the mistake, the type and key it is found at. */
final class PlantedDefects {
    private PlantedDefects() {}

    static Stream<Arguments> all() {
        return Stream.of(
                        geometries(),
                        identities(),
                        PlantedUnits.all(),
                        roads(),
                        buildings(),
                        addresses(),
                        PlantedGaps.all(),
                        PlantedTwice.all(),
                        PlantedGroups.all())
                .flatMap(defects -> defects);
    }

    private static Stream<Arguments> geometries() {
        return Stream.of(
                defect(
                        "G1",
                        "crossed ring",
                        c -> c.at("bina", "a", polygon(20, 110, 30, 120, 30, 110, 20, 120, 20, 110)),
                        "bina",
                        "a"),
                defect("G1", "nowhere: no geometry", c -> c.at("bina", "a", null), "bina", "a"),
                defect("G1", "empty", c -> c.at("bina", "a", wkt("MULTIPOLYGON EMPTY")), "bina", "a"),
                defect("G1", "wrong type", c -> c.at("bina", "a", line(20, 110, 30, 110)), "bina", "a"),
                defect(
                        "G1",
                        "a lake that is a line",
                        c -> c.add(record("durgun_su", "g", line(60, 20, 70, 30))),
                        "durgun_su",
                        "g"),
                defect(
                        "G1",
                        "a stream that is a point",
                        c -> c.add(record("akarsu", "s", point(60, 20))),
                        "akarsu",
                        "s"),
                defect("G1", "far away", c -> c.at("agac", "tree", point(-400_000, 0)), "agac", "tree"),
                defect(
                        "G1",
                        "second geometry",
                        c -> c.with("idari_birim", "bati", "merkez_geom", line(0, 0, 1, 1)),
                        "idari_birim",
                        "bati"),
                defect(
                        "G1",
                        "nowhere: service without place",
                        c -> c.at("kamu_hizmeti", "school", null),
                        "kamu_hizmeti",
                        "school"),
                defect(
                        "G1.simple",
                        "crossed line",
                        c -> c.at("yol_orta_hat", "isik", line(10, 100, 60, 100, 60, 105, 20, 95)),
                        "yol_orta_hat",
                        "isik"),
                defect("G1.extent", "next town", c -> c.at("agac", "tree", point(9_000, 0)), "agac", "tree"),
                defect(
                        "G1.extent",
                        "next town, in a province that is known",
                        c -> c.add(record("idari_birim", "il", box(-50_000, -50_000, 100_000, 100_000), "duzey", "il"))
                                .at("agac", "tree", point(9_000, 0)),
                        "agac",
                        "tree"),
                defect(
                        "G2",
                        "same geometry",
                        c -> c.add(record("agac", "twin", point(110, 30), "tur", "çam")),
                        "agac",
                        "twin"),
                defect(
                        "G2",
                        "repeated corner",
                        c -> c.at("park_bahce", "park", polygon(100, 20, 140, 20, 140, 20, 140, 60, 100, 60, 100, 20)),
                        "park_bahce",
                        "park"),
                defect(
                        "G2",
                        "spike",
                        c -> c.at(
                                "park_bahce",
                                "park",
                                polygon(100, 20, 140, 20, 140, 60, 120, 60, 119.9, 95, 119.8, 60, 100, 60, 100, 20)),
                        "park_bahce",
                        "park"),
                defect(
                        "G2",
                        "spike at the first corner",
                        c -> c.at(
                                "park_bahce",
                                "park",
                                polygon(119.9, 95, 119.8, 60, 100, 60, 100, 20, 140, 20, 140, 60, 120, 60, 119.9, 95)),
                        "park_bahce",
                        "park"));
    }

    private static Stream<Arguments> identities() {
        OffsetDateTime later = OffsetDateTime.parse("2026-05-01T00:00:00Z");
        FeatureRecord nameless = record(
                "nobet_cizelgesi",
                "n",
                null,
                "eczane",
                id("kamu_hizmeti", "school"),
                "baslangic",
                later,
                "bitis",
                later.minusDays(1));
        return Stream.of(
                defect(
                        "I2.event",
                        "demolished before it was built",
                        c -> c.with("bina", "a", "yikim", LocalDate.of(1990, 1, 1))
                                .with("bina", "a", "tamamlanma", LocalDate.of(1991, 1, 1))
                                .with("bina", "a", "yapi_durum", "demolished"),
                        "bina",
                        "a"),
                defect("I2.event", "duty ends before it begins", c -> c.add(nameless), "nobet_cizelgesi", "n"),
                defect("I3", "closed list", c -> c.with("bina", "a", "yapi_durum", "belirsiz"), "bina", "a"),
                defect(
                        "I3",
                        "on a road side",
                        c -> c.with("yol_orta_hat_yon", "isik:sol", "taraf", "orta"),
                        "yol_orta_hat_yon",
                        "isik:sol"),
                defect("I3.open", "open list", c -> c.with("numarataj", "b", "tip", "bahçeKapısı"), "numarataj", "b"),
                defect(
                        "I4",
                        "door of no building",
                        c -> c.with("numarataj", "a", "parsel", id("parsel", "yok")),
                        "numarataj",
                        "a"),
                defect(
                        "I4",
                        "one of many",
                        c -> c.with("bina", "a", "parsel", List.of(id("parsel", "yok"))),
                        "bina",
                        "a"),
                defect(
                        "I4",
                        "reference to any type",
                        c -> c.with("kamu_hizmeti", "school", "dugum", id("yol_dugumu", "yok")),
                        "kamu_hizmeti",
                        "school"),
                defect(
                        "I4",
                        "unit of an archived house",
                        c -> c.with("bina", "c", "kayit_durumu", "arsiv"),
                        "bagimsiz_bolum",
                        "c1"));
    }

    private static Stream<Arguments> roads() {
        return Stream.of(
                defect(
                        "TN3",
                        "nowhere: no line",
                        c -> c.without("yol_orta_hat", "isik")
                                .without("yol_orta_hat_yon", "isik:sol")
                                .without("yol_orta_hat_yon", "isik:sag")
                                .add(record("yol_orta_hat", "other", line(10, 90, 40, 90), "yol", id("yol", "cinar"))),
                        "yol",
                        "isik"),
                defect("TN3", "one side", c -> c.without("yol_orta_hat_yon", "isik:sag"), "yol_orta_hat", "isik"),
                defect(
                        "TN3",
                        "left twice",
                        c -> c.with("yol_orta_hat_yon", "isik:sag", "taraf", "sol"),
                        "yol_orta_hat",
                        "isik"),
                defect("TN3", "same name in capitals", c -> c.with("yol", "cinar", "ad", "IŞIK"), "yol", "isik"),
                defect(
                        "TN3",
                        "leaves its neighbourhood",
                        c -> c.at("yol_orta_hat", "isik", line(10, 100, 205, 100)),
                        "yol_orta_hat",
                        "isik"),
                defect(
                        "TN3",
                        "crosses itself",
                        c -> c.at("yol_orta_hat", "isik", line(10, 100, 60, 100, 60, 105, 20, 95)),
                        "yol_orta_hat",
                        "isik"),
                defect(
                        "TN3",
                        "through a house",
                        c -> c.at("yol_orta_hat", "isik", line(10, 115, 190, 115)),
                        "yol_orta_hat",
                        "isik"));
    }

    private static Stream<Arguments> buildings() {
        return Stream.of(
                defect("BU1", "overlap", c -> c.at("bina", "b", box(28, 112, 10, 10)), "bina", "a"),
                defect(
                        "BU1",
                        "part outside",
                        c -> c.add(record(
                                "bina_blok",
                                "a1",
                                box(25, 110, 10, 10),
                                "bina",
                                id("bina", "a"),
                                "yapi_durum",
                                "functional")),
                        "bina_blok",
                        "a1"),
                defect("BU5", "floors", c -> c.with("bina", "a", "toplam_kat", 5), "bina", "a"),
                defect("BU5", "units", c -> c.with("bina", "a", "bb_sayisi", 3), "bina", "a"),
                defect("BU5", "units missing", c -> c.without("bagimsiz_bolum", "c1"), "bina", "c"),
                defect("BU5", "demolished", c -> c.with("bina", "a", "yikim", LocalDate.of(2020, 1, 1)), "bina", "a"));
    }

    private static Stream<Arguments> addresses() {
        return Stream.of(
                defect("AD3", "same number", c -> c.with("numarataj", "b", "kapi_no", "1"), "numarataj", "a"),
                defect(
                        "AD3",
                        "same number, small letter",
                        c -> c.with("numarataj", "a", "kapi_no", "3 i").with("numarataj", "b", "kapi_no", "3İ"),
                        "numarataj",
                        "b"),
                defect("AD3", "no side", c -> c.with("numarataj", "b", "yon", null), "numarataj", "b"),
                defect("AD3", "no main entrance", c -> c.with("numarataj", "b", "tip", "taliGiris"), "bina", "b"),
                defect(
                        "AD4",
                        "in the other neighbourhood",
                        c -> c.at("numarataj", "b", point(203, 105)),
                        "numarataj",
                        "b"),
                defect(
                        "AD5",
                        "nine digits",
                        c -> c.with("bagimsiz_bolum", "a1", "adres_no", 123_456_789L),
                        "bagimsiz_bolum",
                        "a1"),
                defect(
                        "AD5",
                        "no number",
                        c -> c.with("bagimsiz_bolum", "a1", "adres_no", null),
                        "bagimsiz_bolum",
                        "a1"),
                defect(
                        "AD5",
                        "number twice",
                        c -> c.with("bagimsiz_bolum", "a1", "adres_no", 2_500_000_004L),
                        "bagimsiz_bolum",
                        "c1"),
                defect(
                        "AD5",
                        "inner door twice",
                        c -> c.with("bagimsiz_bolum", "a1", "ic_kapi_no", "2"),
                        "bagimsiz_bolum",
                        "a2"));
    }

    static Arguments defect(String rule, String what, Consumer<CleanCity> spoil, String type, String key) {
        return arguments(rule, what, spoil, type, key);
    }
}
