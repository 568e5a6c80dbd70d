package tr.kentatlas.spatial.quality;

import static tr.kentatlas.spatial.Records.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import tr.kentatlas.spatial.feature.FeatureId;
import tr.kentatlas.spatial.feature.FeatureRecord;

/**
 * A metropolitan city of two districts, with two neighbourhoods, two roads, three houses and four units in which no rule finds anything, and from which a test spoils
 * what it needs. Coordinates are metres east and north of a corner in TM33.
 */
final class CleanCity {
    static final double EAST = 500_000;
    static final double NORTH = 4_417_000;
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final Map<UUID, FeatureRecord> records = new LinkedHashMap<>();

    CleanCity() {
        units();
        roads();
        houses();
        doors();
        flats();
        shops();
        others();
    }

    static UUID id(String type, String key) {
        return FeatureId.of("test", type, key);
    }

    static Geometry box(double east, double north, double width, double height) {
        return SHAPES.toGeometry(new Envelope(EAST + east, EAST + east + width, NORTH + north, NORTH + north + height));
    }

    static Geometry point(double east, double north) {
        return SHAPES.createPoint(new Coordinate(EAST + east, NORTH + north));
    }

    /** A line or ring through east, north pairs. */
    static Geometry line(double... at) {
        return SHAPES.createLineString(corners(at));
    }

    static Geometry polygon(double... at) {
        return SHAPES.createPolygon(corners(at));
    }

    static Geometry wkt(String text) {
        try {
            return new WKTReader(SHAPES).read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    List<FeatureRecord> records() {
        return List.copyOf(records.values());
    }

    CleanCity add(FeatureRecord entry) {
        records.put(Objects.requireNonNull(entry.id()), entry);
        return this;
    }

    CleanCity without(String type, String key) {
        records.remove(id(type, key));
        return this;
    }

    CleanCity with(String type, String key, String column, @Nullable Object value) {
        return change(type, key, entry -> {
            Map<String, @Nullable Object> values = new LinkedHashMap<>(entry.values());
            values.put(column, value);
            return copy(entry, entry.id(), values, entry.geometry());
        });
    }

    CleanCity at(String type, String key, @Nullable Geometry geometry) {
        return change(type, key, entry -> copy(entry, entry.id(), entry.values(), geometry));
    }

    private CleanCity change(String type, String key, UnaryOperator<FeatureRecord> change) {
        records.computeIfPresent(id(type, key), (number, entry) -> change.apply(entry));
        return this;
    }

    /** The checker does not see through the record's constructor that values may be null. */
    @SuppressWarnings("NullAway")
    static FeatureRecord copy(
            FeatureRecord entry, @Nullable UUID id, Map<String, @Nullable Object> values, @Nullable Geometry geometry) {
        return new FeatureRecord(entry.type(), id, values, geometry);
    }

    private void units() {
        add(record("idari_birim", "il", box(0, 0, 800, 200), "duzey", "il", "ad", "Örnek", "ulusal_kod", "0"));
        unit("ilce", "Çınarlı", box(0, 0, 400, 200), "ilce", "il");
        unit("komsu", "Kavaklı", box(400, 0, 400, 200), "ilce", "il");
        municipality("buyuksehir", "Örnek Büyükşehir", box(0, 0, 800, 200), "buyuksehirBelediyesi", "il");
        municipality("belediye", "Çınarlı", box(0, 0, 400, 200), "buyuksehirIlceBelediyesi", "ilce");
        municipality("komsuBelediye", "Kavaklı", box(400, 0, 400, 200), "buyuksehirIlceBelediyesi", "buyuksehir");
        unit("bati", "Batı", box(0, 0, 200, 200), "mahalle", "belediye");
        unit("dogu", "Doğu", box(200, 0, 200, 200), "mahalle", "belediye");
    }

    private void municipality(String key, String name, Geometry land, String kind, String upper) {
        unit(key, name + " Belediyesi", land, "belediye", upper);
        with("idari_birim", key, "belediye_tipi", kind);
    }

    private void unit(String key, String name, Geometry land, String level, String upper) {
        UUID above = id("idari_birim", upper);
        add(record("idari_birim", key, land, "duzey", level, "ad", name, "ulusal_kod", key, "ust_birim", above));
    }

    private void roads() {
        road("isik", "Işık", line(10, 100, 190, 100), "bati");
        road("cinar", "Çınar", line(210, 100, 390, 100), "dogu");
    }

    private void road(String key, String name, Geometry line, String mahalle) {
        add(record("yol", key, null, "ad", name, "tip", "4", "belediye", id("idari_birim", "belediye")));
        add(record(
                "yol_orta_hat", key, line, "yol", id("yol", key), "sanal_mi", false, "dusey_konum", "onGroundSurface"));
        for (String side : List.of("sol", "sag")) {
            add(record(
                    "yol_orta_hat_yon",
                    key + ":" + side,
                    null,
                    "orta_hat",
                    id("yol_orta_hat", key),
                    "taraf",
                    side,
                    "mahalle",
                    id("idari_birim", mahalle)));
        }
    }

    private void houses() {
        house("a", box(20, 110, 10, 10), 2);
        house("b", box(40, 110, 10, 10), 1);
        house("c", box(220, 110, 10, 10), 1);
    }

    private void house(String key, Geometry footprint, int units) {
        add(record(
                "bina",
                key,
                footprint,
                "yapi_durum",
                "functional",
                "kat_ustu",
                3,
                "kat_alti",
                1,
                "toplam_kat",
                4,
                "bb_sayisi",
                units,
                "yatay_ref",
                "toplamBinaIzdusumu",
                "referans_geom",
                true));
    }

    /** House a has shops below its dwellings, and a gable. */
    private void shops() {
        with("bina", "a", "kullanim_alt_turu", "twoDwellings");
        use("dwellings", "twoDwellings", 67);
        use("shops", "trade", 33);
        add(record(
                "bina_yuksekligi",
                "gable",
                null,
                "bina",
                id("bina", "a"),
                "tur",
                "yerUstu",
                "deger",
                12.5,
                "ref_alt",
                "generalGround",
                "ref_ust",
                "highestPoint",
                "durum",
                "measured"));
    }

    private void use(String key, String use, double share) {
        add(record("bina_kullanimi", key, null, "bina", id("bina", "a"), "kullanim", use, "yuzde", share));
    }

    private void doors() {
        door("a", point(25, 109), "1", "isik:sol");
        door("b", point(45, 109), "3", "isik:sol");
        door("c", point(225, 109), "1", "cinar:sol");
    }

    private void door(String key, Geometry at, String number, String side) {
        add(record(
                "numarataj",
                key,
                at,
                "tip",
                "anaGiris",
                "kapi_no",
                number,
                "konumlayici",
                "kapiBelirleyici",
                "yetkili_idare",
                "ilceBelediyesi",
                "varsayilan",
                true,
                "yon",
                id("yol_orta_hat_yon", side),
                "bina",
                id("bina", key),
                "durum",
                "current"));
    }

    private void flats() {
        flat("a1", "a", "1", 2_500_000_001L);
        flat("a2", "a", "2", 2_500_000_002L);
        flat("b1", "b", "1", 2_500_000_003L);
        flat("c1", "c", "1", 2_500_000_004L);
    }

    private void flat(String key, String house, String number, long address) {
        add(record(
                "bagimsiz_bolum",
                key,
                null,
                "bina",
                id("bina", house),
                "numarataj",
                id("numarataj", house),
                "ic_kapi_no",
                number,
                "adres_no",
                address,
                "tip",
                "bagimsizBolum",
                "durum",
                "kullanimda"));
    }

    private void others() {
        add(record("park_bahce", "park", box(100, 20, 40, 40), "tur", "park", "ad", "Işık Parkı"));
        add(record("agac", "tree", point(110, 30), "tur", "çınar", "park", id("park_bahce", "park")));
        add(record("kamu_hizmeti", "school", point(300, 50), "tip", "egitim"));
        add(record("durgun_su", "spring", point(310, 60), "ad", "Işık Gözesi"));
        add(record("yol_dugumu", "end", point(10, 100), "dugum_tipi", "roadEnd"));
        add(record("durak", "stop", point(12, 98), "ad", "Işık", "ag_elemani", id("yol_dugumu", "end")));
    }

    private static Coordinate[] corners(double... at) {
        Coordinate[] corners = new Coordinate[at.length / 2];
        for (int i = 0; i < corners.length; i++) corners[i] = new Coordinate(EAST + at[2 * i], NORTH + at[2 * i + 1]);
        return corners;
    }
}
