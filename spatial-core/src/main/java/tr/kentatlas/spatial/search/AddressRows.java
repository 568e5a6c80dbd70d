package tr.kentatlas.spatial.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.search.Place.Fact;

/** Reads the door numbers in use, each with its street and neighbourhood. */
final class AddressRows {
    private static final String ADDRESSES = """
            SELECT n.tucbs_no, n.kapi_no, coalesce(nullif(n.bina_adi, ''), b.adi) AS building, nullif(btrim(y.ad), '') AS road, y.tip AS road_kind,
                   coalesce(t.mahalle, m.tucbs_no, y.belediye) AS unit, p.ada_no, nullif(btrim(p.parsel_no), '') AS parsel_no,
                   coalesce(p.mahalle, c.tucbs_no) AS parcel_unit, n.geojson
              FROM {numarataj} n
              LEFT JOIN {yol_orta_hat_yon} t ON t.tucbs_no = n.yon
              LEFT JOIN {yol_orta_hat} h ON h.tucbs_no = t.orta_hat
              LEFT JOIN {yol} y ON y.tucbs_no = h.yol
              LEFT JOIN {bina} b ON b.tucbs_no = n.bina
              LEFT JOIN {parsel} p ON p.tucbs_no = n.parsel
            """
            + AdminUnits.around("n.geom", "m", "t.mahalle IS NULL")
            + AdminUnits.around("ST_PointOnSurface(p.geom)", "c", "p.mahalle IS NULL") + """
             WHERE coalesce(n.durum, 'current') IN ('current', 'alternative') AND n.geojson IS NOT NULL AND btrim(n.kapi_no) <> ''
             ORDER BY n.sira
            """;
    private static final Text KIND = new Text("Adres", "Address");

    private final PublicTables tables;
    private final AdminUnits units;

    AddressRows(PublicTables tables, AdminUnits units) {
        this.tables = tables;
        this.units = units;
    }

    void read(JdbcClient jdbc, Consumer<Place> sink) {
        tables.each(jdbc, ADDRESSES, row -> sink.accept(place(row)));
    }

    private Place place(ResultSet row) throws SQLException {
        UUID id = row.getObject("tucbs_no", UUID.class);
        String door = row.getString("kapi_no");
        String road = row.getString("road");
        String building = row.getString("building");
        AdminUnits.Where where = units.of(row.getObject("unit", UUID.class));
        Coordinates at = Coordinates.first(row.getString("geojson"));
        return new Place(
                id,
                Place.Sort.ADDRESS,
                "numarataj",
                "adres",
                KIND,
                title(road == null ? null : RoadNames.title(road, row.getString("road_kind")), building, door),
                where.words(),
                "/adres/" + id,
                at.longitude(),
                at.latitude(),
                null,
                facts(row, door, building, where),
                null);
    }

    private static String title(@Nullable String road, @Nullable String building, String door) {
        if (road != null) return road + " No: " + door;
        return building == null ? "No: " + door : building + " No: " + door;
    }

    private List<Fact> facts(ResultSet row, String door, @Nullable String building, AdminUnits.Where where)
            throws SQLException {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("door", door));
        String road = row.getString("road");
        if (road != null) facts.add(Fact.of("street", RoadNames.title(road, row.getString("road_kind"))));
        if (building != null) facts.add(Fact.of("building", building));
        if (!where.neighbourhood().isEmpty()) facts.add(Fact.of("neighbourhood", where.title()));
        if (!where.municipality().isEmpty()) facts.add(Fact.of("municipality", where.municipality()));
        if (!where.district().isEmpty()) facts.add(Fact.of("district", where.district()));
        String parcel = row.getString("parsel_no");
        if (parcel != null) {
            AdminUnits.Where cadastral = units.of(row.getObject("parcel_unit", UUID.class));
            String block = ParcelRows.block(row.getString("ada_no"));
            facts.add(Fact.of("parcel", block + "/" + parcel));
            facts.add(Fact.of("parcelPath", ParcelRows.path(cadastral, block, parcel)));
        }
        return facts;
    }
}
