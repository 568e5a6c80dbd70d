package tr.kentatlas.spatial.store.edit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /** The objects nearest to a place in CRS84, of what is valid now. */
    public List<WorkingRecord> near(String type, List<Attribute> fields, double longitude, double latitude, int most) {
        return desk.sql(select(type, fields) + " FROM working." + type(type).name() + " v WHERE " + VALID
                        + " @> now() ORDER BY v.geom <-> ST_Transform(ST_SetSRID(ST_MakePoint(?, ?), 4326), " + srid
                        + ") LIMIT ?")
                .params(longitude, latitude, most)
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
        String place = type.geometry() == null ? "NULL::text" : PropertiesJson.geometry("v." + FeatureGeometry.COLUMN);
        String values = RowForm.values(fields, PropertiesJson::geometry).columns("v.").stream()
                .map(column -> ", " + column)
                .collect(Collectors.joining());
        return "SELECT v.row_no, v.tucbs_no, " + place + values
                + ", v.surum_no AS version, v.gecerlilik_baslangic AS valid_from, v.gecerlilik_bitis AS valid_to";
    }

    private static WorkingRecord read(ResultSet row, List<Attribute> fields) throws SQLException {
        return new WorkingRecord(
                RowForm.feature(row, fields.size()),
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
