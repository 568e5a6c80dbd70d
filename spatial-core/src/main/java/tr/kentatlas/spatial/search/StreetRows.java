package tr.kentatlas.spatial.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.search.Place.Fact;

/** Reads the named roads with all their centre lines. */
final class StreetRows {
    private static final String STREETS = """
            WITH line AS (SELECT yol, ST_LineMerge(ST_Collect(geom)) AS geom FROM {yol_orta_hat}
                           WHERE yol IS NOT NULL AND geom IS NOT NULL GROUP BY yol),
                 side AS (SELECT h.yol, array_agg(DISTINCT t.mahalle) FILTER (WHERE t.mahalle IS NOT NULL) AS mahalle
                            FROM {yol_orta_hat_yon} t JOIN {yol_orta_hat} h ON h.tucbs_no = t.orta_hat
                           WHERE h.yol IS NOT NULL GROUP BY h.yol),
                 doors AS (SELECT h.yol, count(*) AS doors
                             FROM {numarataj} n JOIN {yol_orta_hat_yon} t ON t.tucbs_no = n.yon
                             JOIN {yol_orta_hat} h ON h.tucbs_no = t.orta_hat
                            WHERE coalesce(n.durum, 'current') IN ('current', 'alternative') GROUP BY h.yol)
            SELECT y.tucbs_no, y.ad, y.tip, y.belediye, s.mahalle, coalesce(d.doors, 0) AS doors,
                   ST_AsGeoJSON(ST_Transform(l.geom, 4326), 6) AS geojson,
                   ST_AsGeoJSON(ST_Transform(ST_ClosestPoint(l.geom, ST_Centroid(l.geom)), 4326), 6) AS middle
              FROM {yol} y JOIN line l ON l.yol = y.tucbs_no
              LEFT JOIN side s ON s.yol = y.tucbs_no LEFT JOIN doors d ON d.yol = y.tucbs_no
             WHERE btrim(y.ad) <> '' ORDER BY y.sira
            """;
    private static final int MOST_NAMED = 3;

    private final PublicTables tables;
    private final AdminUnits units;

    StreetRows(PublicTables tables, AdminUnits units) {
        this.tables = tables;
        this.units = units;
    }

    void read(JdbcClient jdbc, Consumer<Place> sink) {
        tables.each(jdbc, STREETS, row -> sink.accept(street(row)));
    }

    private Place street(ResultSet row) throws SQLException {
        UUID id = row.getObject("tucbs_no", UUID.class);
        Coordinates middle = Coordinates.first(row.getString("middle"));
        String kind = Objects.requireNonNullElse(row.getString("tip"), "4");
        return new Place(
                id,
                Place.Sort.STREET,
                "yol",
                "yol-" + kind,
                tables.words("yol", "tip", kind),
                RoadNames.title(row.getString("ad"), kind),
                where(row),
                "/yer/" + id,
                middle.longitude(),
                middle.latitude(),
                row.getString("geojson"),
                List.of(Fact.of("doors", row.getString("doors"))),
                null);
    }

    private String where(ResultSet row) throws SQLException {
        var array = row.getArray("mahalle");
        List<AdminUnits.Where> all = array == null
                ? List.of(units.of(row.getObject("belediye", UUID.class)))
                : Arrays.stream((UUID[]) array.getArray()).map(units::of).toList();
        return all.getFirst().around(AdminUnits.Where.titles(all, MOST_NAMED));
    }
}
