package tr.kentatlas.api.desk.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.page.Browser;

/** The page of records in a real browser: what {@code src/main/web/tests/records.test.mjs} says an editor and a viewer can do. */
class RecordPageTest {
    /** A plain building with a name, and the corners of a line across it. */
    private static final String BUILDING = """
            SELECT tucbs_no::text, format(E'%s %s\\n%s %s', ST_X(a), ST_Y(a), ST_X(b), ST_Y(b))
              FROM (SELECT tucbs_no, ST_Transform(ST_Translate(ST_Centroid(geom), 0, -200), 4326) AS a,
                           ST_Transform(ST_Translate(ST_Centroid(geom), 0, 200), 4326) AS b
                      FROM working.bina WHERE ST_NPoints(geom) = 5 AND surum_no = 1 AND gecerlilik_baslangic IS NULL ORDER BY row_no DESC LIMIT 1) b
            """;

    private final DeskCity city = DeskCity.shared();

    @Test
    void recordsAreFoundMendedDrawnCutEndedAndRead() throws Exception {
        List<String> building = city.database()
                .sql(BUILDING)
                .query((row, n) -> List.of(row.getString(1), row.getString(2)))
                .single();
        city.database()
                .sql("UPDATE working.bina SET adi = 'Kestane Apartmanı' WHERE tucbs_no = ?::uuid")
                .param(building.get(0))
                .update();
        browse(building);
        assertThat(city.database()
                        .sql("SELECT count(*) FROM working.nesne_soyu WHERE eski = ?::uuid AND tur = 'split'")
                        .param(building.get(0))
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    /** The name of a road that has sides. */
    private String road() {
        return city.database()
                .sql("SELECT min(y.ad) FROM working.yol y JOIN working.yol_orta_hat h ON h.yol = y.tucbs_no"
                        + " JOIN working.yol_orta_hat_yon t ON t.orta_hat = h.tucbs_no WHERE y.ad <> ''")
                .query(String.class)
                .single();
    }

    private void browse(List<String> building) throws Exception {
        DeskCity.Somebody editor = city.somebody(Role.EDITOR);
        DeskCity.Somebody viewer = city.somebody(Role.VIEWER);
        DeskCity.Somebody numbering = city.somebody(Role.NUMBERING);
        Browser.run(
                "records",
                city.url(),
                Map.of(
                        "BUILDING", building.get(0),
                        "CUT", building.get(1),
                        "ROAD", road(),
                        "EDITOR_ACCOUNT", editor.account(),
                        "EDITOR_PASSWORD", editor.password(),
                        "NUMBERING", numbering.account(),
                        "NUMBERING_PASSWORD", numbering.password(),
                        "VIEWER", viewer.account(),
                        "VIEWER_PASSWORD", viewer.password()));
    }
}
