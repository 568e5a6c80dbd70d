package tr.kentatlas.benchmarks.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tr.kentatlas.spatial.model.Attribute;

/** The same questions twice: as SQL for pgbench and as requests for the service, half of them public and half with the key. */
final class Queries {
    /** What a caller who chooses might ask for; read column by column. */
    static final List<String> FEW = List.of(
            "adi",
            "yapiDurumDegeri",
            "BO_yapiSinifiTipi",
            "kullanimAltTuru",
            "zeminUstuKatSayisi",
            "zeminAltiKatsayisi",
            "toplamTabanAlani",
            "BO_yapiKullanimIzniTarihi");

    private static final String ONLY_FEW = "&properties=" + String.join(",", FEW);

    /** How many of a building's fields are asked for. */
    enum Fields {
        ALL,
        FEW
    }

    /** What our own tiles reach beyond their edge, of 4096. */
    private static final int BUFFER = 64;

    private static final List<String> WALLS = List.of("acik", "yayin");

    private final BenchCity city;
    private final String key;

    Queries(BenchCity city, String key) {
        this.city = city;
        this.key = key;
    }

    List<String> tilesSql() {
        List<String> all = new ArrayList<>();
        for (int[] t : city.densestTiles()) {
            for (String wall : WALLS) {
                String columns = city.tileFields().stream()
                        .map(a -> a.column() + " AS \"" + a.name() + "\"")
                        .collect(Collectors.joining(", "));
                String tile = t[0] + ", " + t[2] + ", " + t[1];
                all.add("SELECT ST_AsMVT(t, 'bina', 4096, 'g', 'sira') FROM (SELECT sira, " + columns
                        + ", ST_AsMVTGeom(geom, ST_TileEnvelope(" + tile + "), 4096, " + BUFFER
                        + ", true) AS g FROM floor." + wall
                        + " WHERE geom && ST_TileEnvelope(" + tile + ", margin => " + BUFFER / 4096.0
                        + ")) t WHERE g IS NOT NULL");
            }
        }
        return all;
    }

    List<Load.Call> tiles() {
        return tiles(WALLS.toArray(String[]::new));
    }

    /** Before some walls only. */
    List<Load.Call> tiles(String... walls) {
        List<Load.Call> all = new ArrayList<>();
        for (int[] t : city.densestTiles()) {
            String path = "/ogc/collections/bina/tiles/WebMercatorQuad/" + t[0] + "/" + t[1] + "/" + t[2];
            for (String wall : walls) all.add(new Load.Call(path, keyOf(wall)));
        }
        return all;
    }

    /** With all attributes of the wall. */
    List<String> pagesSql() {
        return pagesSql(attribute -> true);
    }

    /** With {@link #FEW} of them. */
    List<String> fewSql() {
        return pagesSql(attribute -> FEW.contains(attribute.name()));
    }

    private List<String> pagesSql(Predicate<Attribute> wanted) {
        List<String> all = new ArrayList<>();
        for (double[] b : city.boxes()) {
            for (String wall : WALLS) {
                List<Attribute> fields = city.all(wall).stream().filter(wanted).toList();
                String columns = fields.stream()
                        .map(a -> "t." + a.column() + " AS \"" + a.name() + "\"")
                        .collect(Collectors.joining(", "));
                String box = String.format(
                        Locale.ROOT, "ST_MakeEnvelope(%.6f, %.6f, %.6f, %.6f, 4326)", b[0], b[1], b[2], b[3]);
                all.add("SELECT json_build_object('type', 'FeatureCollection', 'features', json_agg(json_build_object("
                        + "'type', 'Feature', 'id', t.tucbs_no, 'geometry', ST_AsGeoJSON(t.stored, 7)::json,"
                        + " 'properties', to_json(p)))) FROM (SELECT * FROM floor." + wall + " WHERE stored && " + box
                        + " AND kat_ustu >= 2 ORDER BY sira LIMIT 100) t CROSS JOIN LATERAL (SELECT " + columns
                        + ") p");
            }
        }
        return all;
    }

    List<Load.Call> pages() {
        return pages("", WALLS);
    }

    List<Load.Call> few() {
        return pages(ONLY_FEW, WALLS);
    }

    /** Before one wall only, of some or all fields. */
    List<Load.Call> pages(String wall, Fields fields) {
        return pages(fields == Fields.FEW ? ONLY_FEW : "", List.of(wall));
    }

    private List<Load.Call> pages(String more, List<String> walls) {
        List<Load.Call> all = new ArrayList<>();
        for (double[] b : city.boxes()) {
            String path = String.format(
                    Locale.ROOT,
                    "/ogc/collections/bina/items?limit=100&bbox=%.6f,%.6f,%.6f,%.6f&filter=zeminUstuKatSayisi%%3E%%3D2",
                    b[0],
                    b[1],
                    b[2],
                    b[3]);
            for (String wall : walls) all.add(new Load.Call(path + more, keyOf(wall)));
        }
        return all;
    }

    List<String> rowsSql() {
        String columns = city.all("acik").stream().map(Attribute::column).collect(Collectors.joining(", "));
        return city.ids().stream()
                .map(id -> "SELECT tucbs_no, geojson, " + columns + " FROM floor.acik WHERE tucbs_no = '" + id + "'")
                .toList();
    }

    List<Load.Call> items() {
        return city.ids().stream()
                .map(id -> new Load.Call("/ogc/collections/bina/items/" + id, ""))
                .toList();
    }

    List<Load.Call> floorItems() {
        return city.ids().stream().map(id -> new Load.Call("/items/" + id, "")).toList();
    }

    private String keyOf(String wall) {
        return wall.equals("yayin") ? key : "";
    }
}
