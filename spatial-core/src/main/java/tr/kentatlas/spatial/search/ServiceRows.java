package tr.kentatlas.spatial.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.search.Place.Fact;

/** Reads what people go to: public services, parks, stops, car parks, lakes, campuses. */
final class ServiceRows {
    private static final String SMALLEST_UNIT = AdminUnits.around("p.middle", "m", "true");
    private static final String SERVICES = """
            SELECT p.*, m.tucbs_no AS unit, ST_AsGeoJSON(ST_Transform(p.middle, 4326), 6) AS point FROM (
            SELECT k.tucbs_no, k.sira, coalesce(k.alt_tip, k.tip) AS code, k.tip AS broader, k.ad, k.iletisim_adres AS address,
                   k.iletisim_telefon AS phone, k.iletisim_eposta AS email, k.iletisim_web_adresi AS web,
                   k.iletisim_calisma_saatleri AS hours, NULL::text AS geojson,
                   coalesce(k.geom, n.geom, ST_PointOnSurface(b.geom), d.geom, ST_PointOnSurface(f.geom)) AS middle
              FROM {kamu_hizmeti} k LEFT JOIN {numarataj} n ON n.tucbs_no = k.adres LEFT JOIN {bina} b ON b.tucbs_no = k.bina
              LEFT JOIN {yol_dugumu} d ON d.tucbs_no = k.dugum LEFT JOIN {faaliyet_kompleksi} f ON f.tucbs_no = k.faaliyet) p
            """ + SMALLEST_UNIT + " WHERE p.middle IS NOT NULL ORDER BY p.sira";
    private static final String OTHERS = """
            SELECT p.*, m.tucbs_no AS unit, ST_AsGeoJSON(ST_Transform(p.middle, 4326), 6) AS point FROM (
            SELECT tucbs_no, sira, %s AS code, ad, %s AS fact, geojson, ST_PointOnSurface(geom) AS middle
              FROM {%s} WHERE geom IS NOT NULL AND (ad IS NOT NULL OR %s)) p
            """ + SMALLEST_UNIT + " ORDER BY p.sira";

    private static final Text SERVICE = new Text("Önemli yer", "Place of interest");

    private final PublicTables tables;
    private final AdminUnits units;

    /** What another type adds: what its kind is, the column whose list words it, what it is called without, and one more fact. */
    private record Other(
            String type, String code, String column, Text plain, String factKey, String fact, String unnamed) {
        String sql() {
            return OTHERS.formatted(code, fact, type, unnamed);
        }
    }

    private static final List<Other> OTHER_TYPES = List.of(
            new Other(
                    "park_bahce",
                    "tur",
                    "tur",
                    new Text("Yeşil alan", "Green space"),
                    "area",
                    "round(alan::numeric)::text",
                    "tur <> 'refuj'"),
            new Other(
                    "durak",
                    "'durak'",
                    "",
                    new Text("Toplu taşıma durağı", "Public transport stop"),
                    "lines",
                    "array_to_string(hat, ', ')",
                    "true"),
            new Other(
                    "karayolu_hizmet_alani",
                    "tip",
                    "tip",
                    new Text("Yol hizmet alanı", "Road service area"),
                    "capacity",
                    "kapasite::text",
                    "true"),
            new Other(
                    "faaliyet_kompleksi",
                    "faaliyet_turu[1]",
                    "faaliyet_turu",
                    new Text("Kampüs", "Campus"),
                    "",
                    "NULL::text",
                    "false"),
            new Other("durgun_su", "'gol'", "", new Text("Göl, gölet", "Lake, pond"), "", "NULL::text", "false"));

    ServiceRows(PublicTables tables, AdminUnits units) {
        this.tables = tables;
        this.units = units;
    }

    void read(JdbcClient jdbc, Consumer<Place> sink) {
        tables.each(jdbc, SERVICES, row -> sink.accept(service(row)));
        for (Other other : OTHER_TYPES) {
            tables.each(jdbc, other.sql(), row -> sink.accept(other(row, other)));
        }
    }

    private Place service(ResultSet row) throws SQLException {
        String code = row.getString("code");
        String broader = row.getString("broader");
        Text kind =
                code == null ? SERVICE : tables.words("kamu_hizmeti", code.equals(broader) ? "tip" : "alt_tip", code);
        List<Fact> facts = new ArrayList<>();
        if (broader != null) {
            facts.add(new Fact("group", tables.words("kamu_hizmeti", "tip", broader)));
            facts.add(Fact.of("groupCode", broader));
        }
        for (String key : List.of("address", "phone", "hours", "web", "email")) {
            String value = row.getString(key);
            if (value != null && !value.isBlank()) facts.add(Fact.of(key, value));
        }
        return place(row, "kamu_hizmeti", Objects.requireNonNullElse(code, "kamu_hizmeti"), kind, facts);
    }

    private Place other(ResultSet row, Other type) throws SQLException {
        String code = row.getString("code");
        Text kind =
                code == null || type.column().isEmpty() ? type.plain() : tables.words(type.type(), type.column(), code);
        String fact = row.getString("fact");
        List<Fact> facts = fact == null || fact.isBlank() ? List.of() : List.of(Fact.of(type.factKey(), fact));
        return place(row, type.type(), Objects.requireNonNullElse(code, type.type()), kind, facts);
    }

    private Place place(ResultSet row, String collection, String code, Text kind, List<Fact> facts)
            throws SQLException {
        UUID id = row.getObject("tucbs_no", UUID.class);
        Coordinates at = Coordinates.first(row.getString("point"));
        String geometry = row.getString("geojson");
        return new Place(
                id,
                Place.Sort.PLACE,
                collection,
                code,
                kind,
                Objects.requireNonNullElse(row.getString("ad"), kind.tr()),
                units.of(row.getObject("unit", UUID.class)).words(),
                "/yer/" + id,
                at.longitude(),
                at.latitude(),
                geometry == null || geometry.contains("\"Point\"") ? null : geometry,
                facts,
                null);
    }
}
