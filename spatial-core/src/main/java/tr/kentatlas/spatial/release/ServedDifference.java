package tr.kentatlas.spatial.release;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.store.PublishedTable;
import tr.kentatlas.spatial.store.sql.OneTransaction;

/**
 * Compares a snapshot that is made readable with the one that is served: the identities of what is new, gone or changed stand beside each
 * of its tables from then on, one for each wall, so that a change feed reads these alone. Snapshots of different models are not compared.
 */
final class ServedDifference {
    private static final String SERVED = """
            SELECT snapshot_id
              FROM release.pointer JOIN release.content USING (release_no) JOIN release.snapshot s USING (snapshot_id)
             WHERE s.theme = ? AND s.model_hash = ?
            """;

    private final OneTransaction writer;
    private final Model model;

    /** @param model the model the snapshot was frozen under */
    ServedDifference(OneTransaction writer, Model model) {
        this.writer = writer;
        this.model = model;
    }

    void keep(Snapshot snapshot) throws SQLException {
        Optional<Long> served = writer.jdbc()
                .sql(SERVED)
                .params(snapshot.theme(), snapshot.modelHash())
                .query(Long.class)
                .optional();
        if (served.isEmpty()) return;
        for (FeatureType type : model.theme(snapshot.theme()).types()) keep(type, snapshot.id(), served.get());
        writer.execute(
                "UPDATE release.snapshot SET follows = " + served.get() + " WHERE snapshot_id = " + snapshot.id());
    }

    /** The public copy is made of the whole, so no more differs in it. */
    private void keep(FeatureType type, long snapshot, long served) throws SQLException {
        PublishedTable full = PublishedTable.full(model, type, snapshot);
        keep(full, full.in(served), "");
        if (!type.isPublic()) return;
        PublishedTable open = PublishedTable.open(model, type, snapshot);
        keep(open, open.in(served), " WHERE tucbs_no IN (SELECT tucbs_no FROM " + full.differenceTable() + ")");
    }

    private void keep(PublishedTable now, PublishedTable before, String among) throws SQLException {
        String table = now.differenceTable();
        writer.execute("CREATE TABLE " + table + " AS SELECT tucbs_no FROM " + content(now, among) + " n FULL JOIN "
                + content(before, among) + " o USING (tucbs_no) WHERE n.content IS DISTINCT FROM o.content");
        writer.execute("ALTER TABLE " + table + " ADD PRIMARY KEY (tucbs_no)");
        writer.execute("ANALYZE " + table);
    }

    /** All values of a row as one hash of their binary form: few bytes to join, whatever the row holds. */
    private static String content(PublishedTable table, String among) {
        Stream<String> place = table.hasGeometry() ? Stream.of(FeatureGeometry.COLUMN) : Stream.empty();
        String columns = Stream.concat(table.attributes().stream().map(Attribute::column), place)
                .collect(Collectors.joining(", "));
        return "(SELECT tucbs_no, sha256(record_send(ROW(" + columns + "))) AS content FROM " + table.name() + among
                + ")";
    }
}
