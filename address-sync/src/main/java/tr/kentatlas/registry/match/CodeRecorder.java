package tr.kentatlas.registry.match;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tr.kentatlas.registry.store.RegistryStore;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.store.edit.EditResult;
import tr.kentatlas.spatial.store.edit.Editor;
import tr.kentatlas.spatial.store.edit.ObjectVersion;
import tr.kentatlas.spatial.store.edit.WorkingEdits;

/**
 * Writes the national codes of linked objects into the working data, one edit each; can be stopped and repeated. Another code that was
 * there stays in the object's history.
 */
public final class CodeRecorder {
    private static final String MISSING = """
            SELECT 'yol_orta_hat_yon' AS type, 'uavt_kodu' AS codes, s.tucbs_no, s.surum_no, s.gecerlilik_baslangic, k.code
            FROM registry.link k JOIN registry.local_side l ON registry.street_id(l.road, l.neighbourhood) = k.local
            JOIN working.yol_orta_hat_yon s ON s.tucbs_no = l.id
            WHERE k.ended_at IS NULL AND k.level = 'street' AND s.uavt_kodu IS DISTINCT FROM k.code
            UNION ALL
            SELECT 'bina', 'bina_kimlik_no', b.tucbs_no, b.surum_no, b.gecerlilik_baslangic, k.code FROM registry.link k
            JOIN working.bina b ON b.tucbs_no = k.object
            WHERE k.ended_at IS NULL AND k.level = 'building' AND b.bina_kimlik_no IS DISTINCT FROM k.code
            UNION ALL
            SELECT 'numarataj', 'numarataj_kodu', d.tucbs_no, d.surum_no, d.gecerlilik_baslangic, k.code FROM registry.link k
            JOIN working.numarataj d ON d.tucbs_no = k.object
            WHERE k.ended_at IS NULL AND k.level = 'door' AND d.numarataj_kodu IS DISTINCT FROM k.code
            UNION ALL
            SELECT 'bagimsiz_bolum', 'adres_no', u.tucbs_no, u.surum_no, u.gecerlilik_baslangic, k.code FROM registry.link k
            JOIN working.bagimsiz_bolum u ON u.tucbs_no = k.object
            WHERE k.ended_at IS NULL AND k.level = 'unit' AND u.adres_no IS DISTINCT FROM k.code
            """;

    private final RegistryStore store;
    private final WorkingEdits edits;

    public CodeRecorder(RegistryStore store, WorkingEdits edits) {
        this.store = store;
        this.edits = edits;
    }

    private record Missing(ObjectVersion seen, String column, long code) {}

    /** How many codes were written; an object somebody else changes meanwhile waits for the next time. */
    public int run(String actor) {
        Editor editor = new Editor(actor, "UAVT kodu");
        List<Missing> missing = store.read()
                .sql(MISSING)
                .query((row, n) -> new Missing(
                        new ObjectVersion(
                                row.getString("type"),
                                row.getObject("tucbs_no", UUID.class),
                                row.getObject("gecerlilik_baslangic", OffsetDateTime.class),
                                row.getInt("surum_no")),
                        row.getString("codes"),
                        row.getLong("code")))
                .list();
        return (int) missing.stream().filter(one -> write(one, editor)).count();
    }

    private boolean write(Missing missing, Editor editor) {
        Map<String, Object> code = Map.of(missing.column(), missing.code());
        FeatureRecord change =
                new FeatureRecord(missing.seen().type(), missing.seen().id(), code, null);
        return edits.edit(missing.seen(), change, editor) instanceof EditResult.Done;
    }
}
