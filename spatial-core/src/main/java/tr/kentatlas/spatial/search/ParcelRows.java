package tr.kentatlas.spatial.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.search.ParcelFacts.Restriction;
import tr.kentatlas.spatial.search.ParcelFacts.Zoning;
import tr.kentatlas.spatial.search.Place.Fact;

/** Reads the parcels, each with what the plans in force decide for it and the part of it they cover. */
final class ParcelRows {
    /**
     * From the plans to the parcels, not the other way round: a large area is looked at once for all it covers. OFFSET 0 lets a share be computed once, not
     * at each place it is named. A law's areas may overlap: its share is what they cover together.
     */
    private static final String PARCELS = """
            WITH area AS MATERIALIZED (
                   SELECT u.gosterim, u.taks, u.kaks, u.kat, u.yencok, u.on_bahce, u.yan_bahce, u.nizam, m.ad AS plan, m.pin,
                          m.tur, m.olcek, m.onay_tarihi, m.yururluk, sound(u.geom) AS sound
                     FROM {plan_kullanim_alani} u LEFT JOIN {mekansal_plan} m ON m.tucbs_no = u.plan
                    WHERE u.geom IS NOT NULL AND m.kaldirilis IS NULL),
                 limit_area AS MATERIALIZED (
                   SELECT l.law, ST_Dimension(u.geom) AS dimension,
                          CASE WHEN ST_Dimension(u.geom) = 2 THEN sound(u.geom) ELSE u.geom END AS sound
                     FROM {plan_kisitlama} u LEFT JOIN LATERAL unnest(u.sinirlayici_mevzuat) l (law) ON true
                    WHERE u.geom IS NOT NULL),
                 touched AS (
                   SELECT p.tucbs_no, u.law, u.dimension, ST_Area(p.geom) AS whole,
                          CASE WHEN u.dimension < 2 THEN NULL WHEN ST_Covers(u.sound, p.geom) THEN sound(p.geom)
                               ELSE ST_CollectionExtract(ST_Intersection(sound(p.geom), u.sound), 3) END AS part
                     FROM limit_area u JOIN {parsel} p ON ST_Intersects(u.sound, p.geom)),
                 decision AS (
                   SELECT p.tucbs_no, json_agg(json_build_object('gosterim', u.gosterim, 'taks', u.taks, 'kaks', u.kaks,
                            'kat', u.kat, 'yencok', u.yencok, 'on_bahce', u.on_bahce, 'yan_bahce', u.yan_bahce,
                            'nizam', u.nizam, 'plan', u.plan, 'pin', u.pin, 'tur', u.tur, 'olcek', u.olcek,
                            'onay_tarihi', u.onay_tarihi, 'yururluk', u.yururluk, 'share', s.share)
                            ORDER BY u.olcek NULLS LAST, s.share DESC, u.gosterim) AS decisions
                     FROM area u JOIN {parsel} p ON p.geom && u.sound CROSS JOIN LATERAL (SELECT share(u.sound) AS share OFFSET 0) s
                    WHERE s.share >= least_share GROUP BY p.tucbs_no),
                 restriction AS (
                   SELECT d.tucbs_no, json_agg(json_build_object('law', d.law, 'share', d.share) ORDER BY d.law) AS restrictions
                     FROM (SELECT t.tucbs_no, t.law, greatest(max(CASE WHEN t.dimension < 2 THEN least_share END),
                                  ST_Area(ST_Union(t.part)) / nullif(max(t.whole), 0)) AS share
                             FROM touched t GROUP BY 1, 2) d
                    WHERE d.share >= least_share GROUP BY d.tucbs_no)
            SELECT p.tucbs_no, p.ada_no, btrim(coalesce(p.parsel_no, '')) AS parsel_no, p.parsel_turu, p.alan, coalesce(p.mahalle, m.tucbs_no) AS unit, p.pafta, p.mevkii, p.nitelik, p.km_durum, p.geojson,
                   ST_AsGeoJSON(ST_Transform(ST_PointOnSurface(sound(p.geom)), 4326), 7) AS middle, d.decisions, r.restrictions
              FROM {parsel} p LEFT JOIN decision d ON d.tucbs_no = p.tucbs_no
              LEFT JOIN restriction r ON r.tucbs_no = p.tucbs_no
              {smallest unit}
             WHERE p.geom IS NOT NULL ORDER BY p.sira
            """.replace(
                    "{smallest unit}", AdminUnits.around("ST_PointOnSurface(sound(p.geom))", "m", "p.mahalle IS NULL"))
            .replace(
                    "share(u.sound)",
                    "CASE WHEN ST_Covers(u.sound, p.geom) THEN 1 WHEN NOT ST_Intersects(u.sound, p.geom) THEN 0"
                            + " ELSE ST_Area(ST_Intersection(sound(p.geom), u.sound)) / nullif(ST_Area(p.geom), 0) END")
            .replaceAll(
                    "sound\\((.\\.geom)\\)",
                    "CASE WHEN ST_IsValid($1) THEN $1 ELSE ST_CollectionExtract(ST_MakeValid($1), 3) END")
            .replace("least_share", "0.01"); // what covers less of a parcel only touches its edge

    private static final Text KIND = new Text("Parsel", "Parcel");
    private static final Text OTHER_LAW = new Text("Diğer mevzuat", "Other law");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PublicTables tables;
    private final AdminUnits units;

    ParcelRows(PublicTables tables, AdminUnits units) {
        this.tables = tables;
        this.units = units;
    }

    /** Land never divided into blocks lies in block 0. */
    static String block(@Nullable String block) {
        return block == null || block.isBlank() ? "0" : block.strip();
    }

    static String path(AdminUnits.Where where, String block, String parcel) {
        return "/imar/" + Slug.of(where.district()) + "/" + Slug.of(where.neighbourhood()) + "/" + Slug.of(block) + "/"
                + Slug.of(parcel);
    }

    static String path(UUID id) {
        return "/imar/" + id;
    }

    void read(JdbcClient jdbc, Consumer<Place> sink) {
        tables.each(jdbc, PARCELS, row -> sink.accept(place(row)));
    }

    private Place place(ResultSet row) throws SQLException {
        UUID id = row.getObject("tucbs_no", UUID.class);
        AdminUnits.Where where = units.of(row.getObject("unit", UUID.class));
        String block = block(row.getString("ada_no"));
        String parcel = row.getString("parsel_no");
        Coordinates middle = Coordinates.first(row.getString("middle"));
        return new Place(
                id,
                Place.Sort.PARCEL,
                "parsel",
                "parsel",
                KIND,
                parcel.isEmpty() ? unnumbered(row) : block + " ada " + parcel + " parsel",
                where.words(),
                parcel.isEmpty() ? path(id) : path(where, block, parcel),
                middle.longitude(),
                middle.latitude(),
                row.getString("geojson"),
                facts(row),
                parcelFacts(row, where, block, parcel));
    }

    /** Ground that was never registered has no number. */
    private String unnumbered(ResultSet row) throws SQLException {
        String kind = row.getString("parsel_turu");
        return kind == null
                ? KIND.tr()
                : tables.words("parsel", "parsel_turu", kind).tr();
    }

    private List<Fact> facts(ResultSet row) throws SQLException {
        List<Fact> facts = new ArrayList<>();
        for (String key : List.of("pafta", "mevkii", "nitelik")) {
            String value = row.getString(key);
            if (value != null && !value.isBlank()) facts.add(Fact.of(key, value));
        }
        String title = row.getString("km_durum");
        if (title != null) facts.add(new Fact("title", tables.words("parsel", "km_durum", title)));
        return facts;
    }

    private ParcelFacts parcelFacts(ResultSet row, AdminUnits.Where where, String block, String parcel)
            throws SQLException {
        double area = row.getDouble("alan");
        return new ParcelFacts(
                where.district(),
                where.neighbourhood(),
                block,
                parcel,
                area > 0 ? area : null,
                zoning(row.getString("decisions")),
                restrictions(row.getString("restrictions")));
    }

    private List<Zoning> zoning(@Nullable String decisions) {
        return decisions == null
                ? List.of()
                : JSON.readTree(decisions).valueStream().map(this::zoning).toList();
    }

    private Zoning zoning(JsonNode row) {
        String type = text(row, "tur") == null ? "" : row.path("tur").asString();
        String use = row.path("gosterim").asString("");
        String order = text(row, "nizam");
        return new Zoning(
                type,
                tables.words("mekansal_plan", "tur", type),
                row.path("plan").asString(""),
                text(row, "pin"),
                row.path("olcek").isNumber() ? (Integer) row.path("olcek").intValue() : null,
                text(row, "onay_tarihi"),
                text(row, "yururluk"),
                use,
                tables.words("plan_kullanim_alani", "gosterim", use),
                Math.min(1, row.path("share").doubleValue()),
                number(row, "taks"),
                number(row, "kaks"),
                row.path("kat").isNumber() ? (Integer) row.path("kat").intValue() : null,
                number(row, "yencok"),
                number(row, "on_bahce"),
                number(row, "yan_bahce"),
                order == null ? null : tables.words("plan_kullanim_alani", "nizam", order));
    }

    private List<Restriction> restrictions(@Nullable String rows) {
        if (rows == null) return List.of();
        return JSON.readTree(rows)
                .valueStream()
                .map(row -> new Restriction(
                        law(text(row, "law")), Math.min(1, row.path("share").doubleValue())))
                .toList();
    }

    private Text law(@Nullable String code) {
        return code == null ? OTHER_LAW : tables.words("plan_kisitlama", "sinirlayici_mevzuat", code);
    }

    private static @Nullable String text(JsonNode row, String name) {
        return row.path(name).isString() ? row.path(name).asString() : null;
    }

    private static @Nullable Double number(JsonNode row, String name) {
        return row.path(name).isNumber() ? (Double) row.path(name).doubleValue() : null;
    }
}
