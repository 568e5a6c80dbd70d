package tr.kentatlas.registry.conflict;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.conflict.VerdictRefused.Why;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.store.edit.EditResult;
import tr.kentatlas.spatial.store.edit.Editor;
import tr.kentatlas.spatial.store.edit.ObjectVersion;
import tr.kentatlas.spatial.store.edit.WorkingEdits;

/** Changes working objects through the core's own door, so that history and change numbers hold, inside the verdict's transaction. */
final class LocalChanges {
    private final JdbcClient jdbc;
    private final WorkingEdits edits;
    private final Editor editor;

    LocalChanges(JdbcClient jdbc, WorkingEdits edits, Editor editor) {
        this.jdbc = jdbc;
        this.edits = edits;
        this.editor = editor;
    }

    static String type(Level level) {
        return switch (level) {
            case STREET -> "yol";
            case BUILDING -> "bina";
            case DOOR -> "numarataj";
            case UNIT -> "bagimsiz_bolum";
        };
    }

    /** Does nothing when it is there already, as the road of a street that lies in a second neighbourhood. */
    void insert(String type, UUID id, Values values, @Nullable Geometry geometry) {
        if (find(type, id).isPresent()) return;
        edits.insert(new FeatureRecord(type, id, values.byColumn(), geometry), editor);
    }

    /** @param place null: it stays where it is */
    void edit(String type, UUID id, Values values, @Nullable Geometry place) {
        ObjectVersion seen = find(type, id).orElseThrow(() -> new VerdictRefused(Why.OBJECT_GONE));
        done(edits.edit(seen, new FeatureRecord(type, id, values.byColumn(), place), editor));
    }

    void retire(String type, UUID id) {
        find(type, id).ifPresent(seen -> done(edits.retire(seen, editor)));
    }

    List<UUID> ids(String sql, Object... parameters) {
        return jdbc.sql(sql)
                .params(parameters)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private static void done(EditResult result) {
        if (result instanceof EditResult.Stale) {
            throw new VerdictRefused(Why.OBJECT_BUSY);
        }
    }

    /** The row that is valid now, else the latest. */
    private Optional<ObjectVersion> find(String type, UUID id) {
        return jdbc.sql("SELECT surum_no, gecerlilik_baslangic FROM working." + type
                        + " WHERE tucbs_no = ? ORDER BY registry.valid_now(gecerlilik_baslangic, gecerlilik_bitis) DESC,"
                        + " gecerlilik_baslangic DESC NULLS LAST LIMIT 1")
                .param(id)
                .query((row, n) -> new ObjectVersion(
                        type, id, row.getObject("gecerlilik_baslangic", OffsetDateTime.class), row.getInt("surum_no")))
                .optional();
    }
}
