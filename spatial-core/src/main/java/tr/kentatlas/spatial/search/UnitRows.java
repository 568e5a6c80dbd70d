package tr.kentatlas.spatial.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the administrative units people look for: neighbourhoods and villages, municipalities, districts. */
final class UnitRows {
    private static final String UNITS = """
            SELECT tucbs_no, ad, duzey, geojson, ST_AsGeoJSON(ST_Transform(ST_PointOnSurface(geom), 4326), 6) AS middle
              FROM {idari_birim}
             WHERE duzey IN ('mahalle', 'koy', 'belediye', 'belde', 'ilce') AND btrim(ad) <> '' AND geom IS NOT NULL ORDER BY sira
            """;

    private final PublicTables tables;
    private final AdminUnits units;

    UnitRows(PublicTables tables, AdminUnits units) {
        this.tables = tables;
        this.units = units;
    }

    void read(JdbcClient jdbc, Consumer<Place> sink) {
        tables.each(jdbc, UNITS, row -> {
            if (!units.isOfItsDistrict(row.getObject("tucbs_no", UUID.class))) sink.accept(unit(row));
        });
    }

    private Place unit(ResultSet row) throws SQLException {
        UUID id = row.getObject("tucbs_no", UUID.class);
        AdminUnits.Where where = units.of(id);
        boolean isNeighbourhood = !where.title().isEmpty();
        String name = row.getString("ad");
        String level = row.getString("duzey");
        Coordinates middle = Coordinates.first(row.getString("middle"));
        return new Place(
                id,
                isNeighbourhood ? Place.Sort.MAHALLE : Place.Sort.DISTRICT,
                "idari_birim",
                level,
                tables.words("idari_birim", "duzey", level),
                isNeighbourhood ? where.title() : name,
                isNeighbourhood ? where.around("") : where.district().equals(name) ? "" : where.district(),
                "/yer/" + id,
                middle.longitude(),
                middle.latitude(),
                row.getString("geojson"),
                List.of(),
                null);
    }
}
