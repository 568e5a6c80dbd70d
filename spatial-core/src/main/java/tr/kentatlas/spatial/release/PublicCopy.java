package tr.kentatlas.spatial.release;

import java.sql.Connection;
import java.sql.SQLException;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.Theme;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.store.PublishedTable;
import tr.kentatlas.spatial.store.PublishedTable.Wall;
import tr.kentatlas.spatial.store.sql.OneTransaction;

/** Makes a snapshot readable: the public copy for {@code kent_acik}, what differs from the one served, and the grants of both published walls. */
final class PublicCopy {
    private final Connection reader;
    private final OneTransaction writer;
    private final Model model;
    private final int srid;

    /**
     * @param reader sees the frozen rows
     * @param writer the caller's
     * @param model the model the snapshot was frozen under
     */
    PublicCopy(Connection reader, OneTransaction writer, Model model, int srid) {
        this.reader = reader;
        this.writer = writer;
        this.model = model;
        this.srid = srid;
    }

    void make(Snapshot snapshot, Progress progress) throws SQLException {
        Theme theme = model.theme(snapshot.theme());
        try (Progress.Step step =
                progress.begin("publishing " + theme.name(), theme.types().size())) {
            writer.execute("CREATE SCHEMA " + Wall.ACIK.schema(snapshot.id()));
            int done = 0;
            for (FeatureType type : theme.types()) {
                if (type.isPublic()) copy(type, snapshot.id());
                step.at(++done);
            }
            step.done();
        }
        new ServedDifference(writer, model).keep(snapshot);
        open(Wall.ACIK, snapshot.id());
        open(Wall.YAYIN, snapshot.id());
        writer.execute("UPDATE release.snapshot SET state = 'published' WHERE snapshot_id = " + snapshot.id());
    }

    private void copy(FeatureType type, long snapshot) throws SQLException {
        PublishedTable open = PublishedTable.open(model, type, snapshot);
        writer.execute(open.create(srid));
        String select = "SELECT " + open.selectPublic(model) + " FROM "
                + PublishedTable.full(model, type, snapshot).name() + " ORDER BY sira";
        new FrozenRows(reader, writer.connection(), open).copy(select);
        for (String statement : open.finish()) writer.execute(statement);
    }

    private void open(Wall wall, long snapshot) throws SQLException {
        writer.execute("GRANT USAGE ON SCHEMA " + wall.schema(snapshot) + " TO " + wall.role());
        writer.execute("GRANT SELECT ON ALL TABLES IN SCHEMA " + wall.schema(snapshot) + " TO " + wall.role());
    }
}
