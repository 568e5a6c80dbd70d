package tr.kentatlas.api.thematic;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.MixedShapes;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;
import tr.kentatlas.api.page.Browser;
import tr.kentatlas.spatial.store.map.TileStore;

/** Thematic maps in a real browser: a shared one has the colours of its legend, and one is made by keyboard alone. */
class ThematicPageTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @CsvSource({"zeminUstuKatSayisi, kat_ustu", "yapiTamamlanmaTarihi, EXTRACT(YEAR FROM tamamlanma)"})
    void whatTheBrowserDrawsIsWhatTheTableAndTheLegendSay(String value, String sql) throws Exception {
        DeskCity city = DeskCity.shared();
        String id = shared(city.signedIn(Role.PLANNER), "{\"type\":\"bina\",\"value\":\"" + value + "\"}");
        Path values = Path.of("target/theme-values.json").toAbsolutePath();
        Files.writeString(values, JSON.writeValueAsString(values(city, sql)));
        String picture = Path.of("target/theme-page.png").toAbsolutePath().toString();
        run(city, "thematic", Map.of("MAP_ID", id, "PICTURE", picture, "VALUES", values.toString()));
    }

    @Test
    void areasLinesAndPointsOfOneMapAreAllDrawn() throws Exception {
        DeskCity city = MixedShapes.city();
        String id = shared(
                city.signedIn(Role.PLANNER), "{\"type\":\"akarsu\",\"value\":\"kalicilik\",\"method\":\"categories\"}");
        run(city, "mixed", Map.of("MAP_ID", id, "PLACES", JSON.writeValueAsString(places(city))));
    }

    @Test
    void aMapIsMadeSavedAndPublishedByKeyboardAlone() throws Exception {
        DeskCity.Somebody planner = DeskCity.shared().somebody(Role.PLANNER);
        run(DeskCity.shared(), "keyboard", Map.of("ACCOUNT", planner.account(), "PASSWORD", planner.password()));
    }

    private static String shared(DeskClient planner, String map) {
        String id = JSON.readTree(planner.post("/api/desk/thematic", map).body())
                .path("id")
                .asString();
        planner.post("/api/desk/thematic/" + id + "/state", "{\"state\":\"shared\"}");
        return id;
    }

    /** By the numbers tiles give features; those without a value are left out. */
    private static Map<Long, Double> values(DeskCity city, String sql) {
        Long snapshot = city.database()
                .sql("SELECT max(snapshot_id) FROM release.snapshot WHERE theme = 'bina'")
                .query(Long.class)
                .single();
        Map<Long, Double> values = new TreeMap<>();
        city.database()
                .sql("SELECT tucbs_no, (" + sql + ")::float8 FROM yayin_" + snapshot + ".bina WHERE " + sql
                        + " IS NOT NULL")
                .query(row -> {
                    values.put(TileStore.numberOf(row.getObject(1, UUID.class)), row.getDouble(2));
                });
        return values;
    }

    /** Where the area, the line and the point are, what they are coded, and how the city's own style colours them. */
    private static List<Map<String, @Nullable Object>> places(DeskCity city) {
        return city.database()
                .sql(
                        "SELECT ST_X(p) AS lon, ST_Y(p) AS lat, kalicilik AS code, CASE d WHEN 2 THEN '#c3dbe9' ELSE '#a4c8dd' END"
                                + " AS ground FROM (SELECT kalicilik, ST_Dimension(geom) AS d, ST_Transform(CASE ST_Dimension(geom)"
                                + " WHEN 1 THEN ST_LineInterpolatePoint(geom, 0.5) ELSE ST_PointOnSurface(geom) END, 4326) AS p"
                                + " FROM working.akarsu ORDER BY row_no DESC LIMIT 3) AS drawn")
                .query()
                .listOfRows();
    }

    private static void run(DeskCity city, String tests, Map<String, String> settings) throws Exception {
        Browser.run(tests, city.url(), settings);
    }
}
