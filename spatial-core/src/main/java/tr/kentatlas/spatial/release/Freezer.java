package tr.kentatlas.spatial.release;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.postgis.jdbc.PGbox2d;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.spatial.feature.Sha256;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.Theme;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.store.PublishedTable;
import tr.kentatlas.spatial.store.row.PropertiesJson;

/**
 * Freezes themes of the working data as one moment saw them: what is valid then and not a draft or archived, one row per object,
 * in Hilbert order, into immutable hashed tables.
 *
 * <p>All themes are read in one repeatable-read transaction; each is written in one of its own, so a kill leaves whole snapshots or
 * none. A theme equal to its newest snapshot keeps that one.
 */
final class Freezer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Model model;
    private final int srid;
    private final Connection reader;
    private final Connection writer;
    private final JdbcClient reading;
    private final JdbcClient writing;
    private final String modelHash;
    private final long changeNo;

    /** Closing it ends the transactions of both connections, which stay their giver's. */
    Freezer(Connection writer, Connection reader, Model model, int srid) throws SQLException {
        this.model = model;
        this.srid = srid;
        this.writer = writer;
        this.reader = reader;
        writer.unwrap(PGConnection.class).addDataType("box2d", PGbox2d.class);
        writer.setAutoCommit(false);
        this.writing = jdbc(writer);
        this.reading = jdbc(reader);
        this.modelHash = StoredModel.keep(model, writing);
        writer.commit();
        reader.setAutoCommit(false);
        reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        reader.setReadOnly(true);
        // it waits while what was read is indexed, however long the server lets others wait
        jdbc(reader).sql("SET LOCAL idle_in_transaction_session_timeout = 0").update();
        this.changeNo = single("SELECT coalesce(max(change_no), 0) FROM working.change_set");
    }

    /** The snapshot's number. */
    long freeze(Theme theme, Progress progress) throws SQLException {
        long id = writing.sql("SELECT nextval(pg_get_serial_sequence('release.snapshot', 'snapshot_id'))")
                .query(Long.class)
                .single();
        MessageDigest hash = Sha256.begin();
        hash.update(StoredModel.bytesOf(model, theme));
        writing.sql("CREATE SCHEMA " + PublishedTable.Wall.YAYIN.schema(id)).update();
        Map<String, Long> counts = new LinkedHashMap<>();
        Map<String, @Nullable List<Double>> extents = new LinkedHashMap<>();
        for (FeatureType type : theme.types()) {
            PublishedTable table = PublishedTable.full(model, type, id);
            counts.put(type.name(), freeze(table, hash, progress));
            if (table.hasGeometry()) extents.put(type.name(), extent(table));
        }
        return keep(new Frozen(id, theme, HexFormat.of().formatHex(hash.digest()), counts, extents));
    }

    @Override
    public void close() throws SQLException {
        writer.rollback();
        reader.rollback();
    }

    private long freeze(PublishedTable table, MessageDigest hash, Progress progress) throws SQLException {
        FeatureType type = table.type();
        long expected = single("SELECT count(*) FROM working." + type.name() + " WHERE " + VALID_NOW);
        try (Progress.Step step = progress.begin("freezing " + type.name(), expected)) {
            writing.sql(table.create(srid)).update();
            long count = new FrozenRows(reader, writer, table).freeze(select(table), hash, step::at);
            step.at(count);
            for (String statement : table.finish()) writing.sql(statement).update();
            step.done();
            return count;
        }
    }

    private static final String VALID_NOW = "kayit_durumu IS NOT DISTINCT FROM 'aktif'"
            + " AND tstzrange(gecerlilik_baslangic, gecerlilik_bitis) @> now()";

    private static String select(PublishedTable table) {
        String geom = FeatureGeometry.COLUMN;
        String order = table.hasGeometry() ? geom + ", tucbs_no" : "tucbs_no";
        Stream<String> own = Stream.concat(
                Stream.of("row_number() OVER (ORDER BY " + order + ")", "tucbs_no"),
                table.attributes().stream().map(Attribute::column));
        Stream<String> place = table.hasGeometry()
                ? Stream.of(
                        geom,
                        "ST_AsGeoJSON(ST_Transform(" + geom + ", 4326), 7)",
                        "greatest(ST_XMax(" + geom + ") - ST_XMin(" + geom + "), ST_YMax(" + geom + ") - ST_YMin("
                                + geom + "))::real")
                : Stream.empty();
        Stream<String> seconds =
                table.geometries().stream().map(Attribute::column).map(PropertiesJson::geometry);
        Stream<String> webMercator =
                table.hasGeometry() ? Stream.of("ST_AsBinary(ST_Transform(" + geom + ", 3857))") : Stream.empty();
        String columns =
                Stream.of(own, place, seconds, webMercator).flatMap(s -> s).collect(Collectors.joining(", "));
        return "SELECT " + columns + " FROM working." + table.type().name() + " WHERE " + VALID_NOW + " ORDER BY 1";
    }

    /** Keeps the new snapshot, or the theme's newest one when the content is the same. */
    private long keep(Frozen frozen) throws SQLException {
        var same = writing.sql(
                        "SELECT snapshot_id FROM release.snapshot WHERE theme = ? AND content_hash = ? AND state <> 'dropped'"
                                + " ORDER BY snapshot_id DESC LIMIT 1")
                .params(frozen.theme().name(), frozen.hash())
                .query(Long.class)
                .optional();
        if (same.isPresent()) {
            writer.rollback();
            return same.get();
        }
        insert(frozen);
        writer.commit();
        return frozen.id();
    }

    private void insert(Frozen frozen) {
        writing.sql("""
                        INSERT INTO release.snapshot (snapshot_id, theme, model_hash, change_no, frozen_at, state,
                                                      content_hash, row_counts, extents, has_forms)
                        OVERRIDING SYSTEM VALUE VALUES (?, ?, ?, ?, now(), 'frozen', ?, ?::jsonb, ?::jsonb, true)
                        """)
                .params(
                        frozen.id(),
                        frozen.theme().name(),
                        modelHash,
                        changeNo,
                        frozen.hash(),
                        JSON.writeValueAsString(frozen.counts()),
                        JSON.writeValueAsString(frozen.extents()))
                .update();
    }

    /** West, south, east, north in CRS84; null without features. */
    private @Nullable List<Double> extent(PublishedTable table) {
        return writing.sql("SELECT box2d(ST_Extent(ST_Transform(geom, 4326))) FROM " + table.name())
                .query((row, n) -> row.getObject(1))
                .optional()
                .map(box -> corners((PGbox2d) box))
                .orElse(null);
    }

    private static List<Double> corners(PGbox2d box) {
        return List.of(
                box.getLLB().getX(),
                box.getLLB().getY(),
                box.getURT().getX(),
                box.getURT().getY());
    }

    /** A theme frozen but not yet kept. */
    private record Frozen(
            long id, Theme theme, String hash, Map<String, Long> counts, Map<String, @Nullable List<Double>> extents) {}

    private long single(String sql) {
        return reading.sql(sql).query(Long.class).single();
    }

    private static JdbcClient jdbc(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }
}
