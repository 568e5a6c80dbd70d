package tr.kentatlas.spatial.store.edit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.store.row.PropertiesJson;
import tr.kentatlas.spatial.store.row.RowForm;
import tr.kentatlas.spatial.store.schema.Findable;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/**
 * Reads single objects of the working data: how they are found, what is known of one now, what was known of it then, its versions, what it
 * came from and what became of it. Types and attributes are the model's, so no name from outside reaches the SQL.
 */
public final class WorkingRecords {
    private static final String VALID = "tstzrange(v.gecerlilik_baslangic, v.gecerlilik_bitis)";
    private static final String VALID_FIRST = VALID + " @> now() DESC, v.gecerlilik_baslangic DESC NULLS LAST";
    private static final String VERSION = "surum_no, gecerlilik_baslangic, gecerlilik_bitis, change_set";
    private static final String VERSIONS = """
            SELECT v.surum_no, v.gecerlilik_baslangic, v.gecerlilik_bitis, b.made_at, b.made_by, b.reason, b.of_import,
                   e.made_at AS end_at, e.made_by AS end_by, e.reason AS end_reason, e.of_import AS end_import, v.ended_how
              FROM (SELECT $version, NULL::bigint AS ended_by, NULL::text AS ended_how FROM working.$type WHERE tucbs_no = :id
                    UNION ALL SELECT $version, ended_by, ended_how FROM working.$type_gecmis WHERE tucbs_no = :id) v
              JOIN working.change_set b ON b.change_set = v.change_set
              LEFT JOIN working.change_set e ON e.change_set = v.ended_by
             ORDER BY v.surum_no DESC
            """;

    /** The row a version was of, whatever became of its period since. */
    private static final String ROW = """
            (SELECT row_no FROM working.$type_gecmis WHERE tucbs_no = :id AND surum_no = :version
             UNION ALL SELECT row_no FROM working.$type WHERE tucbs_no = :id AND surum_no = :version LIMIT 1)
            """;

    private final JdbcClient desk;
    private final Model model;
    private final int srid;

    /** @param desk connects as {@code kent_desk} or stronger */
    public WorkingRecords(JdbcClient desk, Model model, int srid) {
        this.desk = desk;
        this.model = model;
        this.srid = srid;
    }

    /** Of which type an object is or was; empty for a number nobody ever gave. */
    public Optional<String> typeOf(UUID id) {
        return desk.sql("SELECT type FROM working.nesne WHERE tucbs_no = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** Of which types objects are or were. */
    public Map<String, List<UUID>> typesOf(Collection<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        return desk
                .sql("SELECT type, tucbs_no FROM working.nesne WHERE tucbs_no IN (:ids) ORDER BY type, tucbs_no")
                .param("ids", ids)
                .query((row, n) -> Map.entry(row.getString(1), row.getObject(2, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** What is known now of several objects, each in the period that is valid now, else in its last. */
    public List<WorkingRecord> known(String type, List<Attribute> fields, Collection<UUID> ids) {
        String table = "working." + type(type).name();
        return desk.sql(select(type, fields) + " FROM " + table
                        + " v WHERE v.row_no IN (SELECT DISTINCT ON (v.tucbs_no) v.row_no FROM " + table
                        + " v WHERE v.tucbs_no IN (:ids) ORDER BY v.tucbs_no, " + VALID_FIRST + ")")
                .param("ids", ids)
                .query((row, n) -> read(row, fields))
                .list();
    }

    /**
     * Objects of which every word begins a word of one of their texts, or all words the beginning of one of their numbers; the closest first.
     *
     * @param searched the attributes that are looked through, {@linkplain Findable findable} each
     */
    public List<WorkingRecord> find(
            String type, List<Attribute> fields, List<Attribute> searched, String words, int most) {
        SearchedWords wanted = SearchedWords.of(words);
        if (wanted.words().isEmpty() || searched.isEmpty()) return List.of();
        SqlFragment sql = wanted.condition(searched)
                .join(" ORDER BY ", wanted.order(searched))
                .between(
                        select(type, fields) + " FROM working." + type(type).name() + " v WHERE ",
                        ", " + VALID_FIRST + ", v.row_no LIMIT " + most);
        return desk.sql(sql.sql())
                .params(sql.args())
                .query((row, n) -> read(row, fields))
                .list();
    }

    /** Doors and sides of roads, by the name of the road and the number: every word begins one of them, and one at least the road's own. */
    public List<WorkingRecord> onRoads(String type, List<Attribute> fields, String words, int most) {
        String rows = CalledBy.onRoads(type);
        if (rows.isEmpty()) return List.of();
        return desk.sql(
                        "WITH word AS (SELECT ' ' || kent.search_key(w) AS key FROM regexp_split_to_table(:words, '[\\s/·,]+') w WHERE w <> '' LIMIT "
                                + SearchedWords.MOST + ") " + select(type, fields) + rows
                                + " ORDER BY " + CalledBy.isNumbered()
                                + " DESC, length(k.text), k.text, v.row_no LIMIT :most")
                .param("words", words)
                .param("most", most)
                .query((row, n) -> read(row, fields))
                .list();
    }

    /** The objects nearest to a place in CRS84, of what is valid now. */
    public List<WorkingRecord> near(String type, List<Attribute> fields, double longitude, double latitude, int most) {
        return desk.sql(select(type, fields) + " FROM working." + type(type).name() + " v WHERE " + VALID
                        + " @> now() ORDER BY v.geom <-> ST_Transform(ST_SetSRID(ST_MakePoint(?, ?), 4326), " + srid
                        + ") LIMIT ?")
                .params(longitude, latitude, most)
                .query((row, n) -> read(row, fields))
                .list();
    }

    /** Objects in a part of the map, the closest to its middle first; of what is valid now. */
    public List<WorkingRecord> within(String type, List<Attribute> fields, Envelope box, int most) {
        return desk.sql("WITH part AS (SELECT ST_Transform(ST_MakeEnvelope(?, ?, ?, ?, 4326), " + srid + ") AS box) "
                        + select(type, fields) + " FROM working." + type(type).name() + " v, part WHERE " + VALID
                        + " @> now() AND v.geom && part.box ORDER BY v.geom <-> ST_Centroid(part.box) LIMIT ?")
                .params(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), most)
                .query((row, n) -> read(row, fields))
                .list();
    }

    /** What touches an object and is of its type; of what is valid now. */
    public List<WorkingRecord> neighbours(String type, List<Attribute> fields, UUID id, int most) {
        String table = "working." + type(type).name();
        return desk.sql(select(type, fields) + " FROM " + table + " v WHERE v.tucbs_no <> :id AND " + VALID
                        + " @> now() AND EXISTS (SELECT FROM " + table + " o WHERE o.tucbs_no = :id"
                        + " AND tstzrange(o.gecerlilik_baslangic, o.gecerlilik_bitis) @> now()"
                        + " AND ST_Intersects(o.geom, v.geom)) ORDER BY v.row_no LIMIT :most")
                .param("id", id)
                .param("most", most)
                .query((row, n) -> read(row, fields))
                .list();
    }

    /**
     * What is known of an object now: in the period that moment lies in, or without one in the period that is valid now, else in the last.
     */
    public Optional<WorkingRecord> now(String type, List<Attribute> fields, UUID id, @Nullable Instant valid) {
        return desk.sql(select(type, fields) + " FROM working." + type(type).name() + " v WHERE v.tucbs_no = :id"
                        + " AND (CAST(:valid AS timestamptz) IS NULL OR " + VALID
                        + " @> CAST(:valid AS timestamptz)) ORDER BY "
                        + VALID_FIRST + " LIMIT 1")
                .param("id", id)
                .param("valid", valid == null ? null : valid.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, n) -> read(row, fields))
                .optional();
    }

    /** What became of a version that somebody saw; empty where its row is gone, or there never was one. */
    public Optional<WorkingRecord> became(ObjectVersion seen, List<Attribute> fields) {
        String type = type(seen.type()).name();
        return desk.sql(select(type, fields) + " FROM working." + type + " v WHERE v.row_no = "
                        + ROW.replace("$type", type))
                .param("id", seen.id())
                .param("version", seen.version())
                .query((row, n) -> read(row, fields))
                .optional();
    }

    /** What was true of an object at one moment, as it was known at another. */
    public Optional<WorkingRecord> then(String type, List<Attribute> fields, UUID id, Instant known, Instant valid) {
        return desk.sql(select(type, fields) + " FROM working.known_then(NULL::working."
                        + type(type).name() + ", ?::timestamptz, ?::timestamptz, ?::uuid) v")
                .params(known.atOffset(ZoneOffset.UTC), valid.atOffset(ZoneOffset.UTC), id)
                .query((row, n) -> read(row, fields))
                .optional();
    }

    /** What the successors of an object have of that version, by column; nothing where it is known no more. */
    public Map<String, @Nullable Object> heritage(ObjectVersion seen) {
        List<Attribute> inherited = Heritage.of(model.attributesOf(type(seen.type())));
        return desk.sql(select(seen.type(), inherited) + " FROM working."
                        + type(seen.type()).name() + " v WHERE v.tucbs_no = ? AND v.surum_no = ?")
                .params(seen.id(), seen.version())
                .query((row, n) -> Heritage.values(
                        inherited, read(row, inherited).feature().values()))
                .optional()
                .orElseGet(Map::of);
    }

    /** Every version there ever was of an object, the newest first. */
    public List<WorkingVersion> versions(String type, UUID id) {
        return desk.sql(VERSIONS.replace("$version", VERSION)
                        .replace("$type", type(type).name()))
                .param("id", id)
                .query((row, n) -> version(row))
                .list();
    }

    /** What an object came from, and what became of it. */
    public List<Kin> kin(UUID id) {
        return desk.sql("SELECT s.yeni AS other, n.type, s.tur, true AS later FROM working.nesne_soyu s"
                        + " JOIN working.nesne n ON n.tucbs_no = s.yeni WHERE s.eski = :id UNION ALL"
                        + " SELECT s.eski, n.type, s.tur, false FROM working.nesne_soyu s"
                        + " JOIN working.nesne n ON n.tucbs_no = s.eski WHERE s.yeni = :id ORDER BY later, other")
                .param("id", id)
                .query((row, n) -> new Kin(
                        row.getObject("other", UUID.class),
                        row.getString("type"),
                        row.getString("tur"),
                        row.getBoolean("later")))
                .list();
    }

    private FeatureType type(String name) {
        return model.get(name);
    }

    /** As {@link RowForm#feature} reads it, and after it what {@link #read} needs. */
    private String select(String name, List<Attribute> fields) {
        FeatureType type = type(name);
        String place = type.geometry() == null ? "NULL::text" : exact("v." + FeatureGeometry.COLUMN);
        String values = RowForm.values(fields, PropertiesJson::geometry).columns("v.").stream()
                .map(column -> ", " + column)
                .collect(Collectors.joining());
        return "SELECT v.row_no, v.tucbs_no, " + place + values
                + ", v.surum_no AS version, v.gecerlilik_baslangic AS valid_from, v.gecerlilik_bitis AS valid_to, "
                + CalledBy.of(name) + " AS called";
    }

    /** To a tenth of a millimetre, so that a shape somebody goes on drawing stays where it is. */
    static String exact(String column) {
        return "ST_AsGeoJSON(ST_Transform(" + column + ", 4326), 9)";
    }

    private static WorkingRecord read(ResultSet row, List<Attribute> fields) throws SQLException {
        return new WorkingRecord(
                RowForm.feature(row, fields.size()),
                row.getString("called"),
                row.getInt("version"),
                instant(row, "valid_from"),
                instant(row, "valid_to"));
    }

    private static WorkingVersion version(ResultSet row) throws SQLException {
        boolean isDeleted = "delete".equals(row.getString("ended_how"));
        return new WorkingVersion(
                row.getInt("surum_no"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                instant(row, "end_at"),
                instant(row, "gecerlilik_baslangic"),
                instant(row, "gecerlilik_bitis"),
                made(row, "made_at", "made_by", "reason", "of_import"),
                isDeleted ? made(row, "end_at", "end_by", "end_reason", "end_import") : null);
    }

    private static WorkingVersion.Made made(ResultSet row, String at, String by, String why, String ofImport)
            throws SQLException {
        return new WorkingVersion.Made(
                row.getObject(at, OffsetDateTime.class).toInstant(),
                row.getString(by),
                row.getString(why),
                row.getBoolean(ofImport));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
