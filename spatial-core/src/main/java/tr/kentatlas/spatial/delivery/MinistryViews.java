package tr.kentatlas.spatial.delivery;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.FrozenTypes;
import tr.kentatlas.spatial.release.PublishStep;
import tr.kentatlas.spatial.release.Release;
import tr.kentatlas.spatial.release.Releases;
import tr.kentatlas.spatial.store.sql.OneTransaction;

/**
 * The ministry's layers as views over the release that is served: each snapshot is copied into a partition of its own before the switch,
 * and the views choose the partition by the release pointer, so publishing and rolling back switch all of them at once and change no view.
 *
 * <p>Only a layout that differs from the one in the database, after a change of the profile or the model, makes a new table: it is filled
 * for every kept release, and then its view is replaced in a short transaction of its own.
 */
public final class MinistryViews implements PublishStep {
    private static final String READER = "kent_yayin";
    private static final String LOCK_TIMEOUT = "SET LOCAL lock_timeout TO '30s'";

    private final DataSource owner;
    private final List<LayerTable> tables;

    public MinistryViews(DataSource owner, Model model, LayerProfile profile) {
        this.owner = owner;
        this.tables = profile.views().stream()
                .map(layer -> new LayerTable(profile, layer, model))
                .toList();
    }

    @Override
    public String title() {
        return "ministry views";
    }

    @Override
    public void prepare(Release release, Progress progress) {
        JdbcClient jdbc = JdbcClient.create(owner);
        try (Progress.Step step = progress.begin(title(), tables.size())) {
            List<FrozenTypes> kept = kept(release, jdbc);
            int done = 0;
            for (LayerTable table : tables) {
                prepare(table, kept, jdbc);
                step.at(++done);
            }
            new LayerCleanup(owner).run();
            step.done();
        } catch (SQLException e) {
            throw new IllegalStateException("the ministry views cannot be prepared: " + e.getMessage(), e);
        }
    }

    /** The release to be published and those one may roll back to. */
    private static List<FrozenTypes> kept(Release release, JdbcClient jdbc) {
        List<FrozenTypes> kept = new ArrayList<>();
        kept.add(FrozenTypes.of(release, jdbc));
        new Releases(jdbc)
                .list().stream()
                        .filter(other -> other.state() == Release.State.PUBLISHED && other.number() != release.number())
                        .forEach(other -> kept.add(FrozenTypes.of(other, jdbc)));
        return kept;
    }

    private void prepare(LayerTable table, List<FrozenTypes> kept, JdbcClient jdbc) throws SQLException {
        boolean isNew = !exists(table.name(), jdbc);
        if (isNew) OneTransaction.run(owner, whole -> whole.execute(table.create()));
        for (FrozenTypes.Entry entry : snapshots(table, kept)) {
            if (!isAttached(table.partition(entry.snapshot().id()), jdbc)) add(table, entry);
        }
        if (!isShown(table, jdbc)) show(table, jdbc);
    }

    /** One entry per snapshot that has the layer's type. */
    private static List<FrozenTypes.Entry> snapshots(LayerTable table, List<FrozenTypes> kept) {
        Map<Long, FrozenTypes.Entry> entries = new LinkedHashMap<>();
        for (FrozenTypes types : kept) {
            types.find(table.layer().type())
                    .ifPresent(entry -> entries.putIfAbsent(entry.snapshot().id(), entry));
        }
        return List.copyOf(entries.values());
    }

    private void add(LayerTable table, FrozenTypes.Entry entry) throws SQLException {
        long snapshot = entry.snapshot().id();
        OneTransaction.run(owner, whole -> {
            whole.execute(LOCK_TIMEOUT);
            for (String statement : table.createPartition(snapshot)) whole.execute(statement);
            LayerTable.Statement fill = table.fill(entry);
            whole.jdbc().sql(fill.sql()).params(fill.parameters()).update();
            for (String statement : table.finishPartition(snapshot)) whole.execute(statement);
            whole.execute(table.attach(snapshot));
        });
    }

    private void show(LayerTable table, JdbcClient jdbc) throws SQLException {
        OneTransaction.run(owner, whole -> {
            whole.execute(LOCK_TIMEOUT);
            whole.execute("DROP VIEW IF EXISTS " + table.viewName());
            whole.execute(table.view());
            whole.execute("GRANT SELECT ON " + table.viewName() + " TO " + READER);
            whole.execute("COMMENT ON VIEW " + table.viewName() + " IS '" + table.name() + "'");
        });
        for (String old : layouts(table, jdbc)) {
            if (!old.equals(table.name()))
                OneTransaction.run(owner, whole -> whole.execute("DROP TABLE " + LayerTable.SCHEMA + "." + old));
        }
    }

    private static List<String> layouts(LayerTable table, JdbcClient jdbc) {
        return jdbc.sql("SELECT relname FROM pg_class WHERE relnamespace = ?::regnamespace AND relkind = 'p'"
                        + " AND left(relname, length(?)) = ? AND length(relname) = length(?)")
                .params(LayerTable.SCHEMA, table.prefix(), table.prefix(), table.name())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static boolean exists(String table, JdbcClient jdbc) {
        return jdbc.sql("SELECT to_regclass(?) IS NOT NULL")
                .param(LayerTable.SCHEMA + "." + table)
                .query(Boolean.class)
                .single();
    }

    private static boolean isAttached(String partition, JdbcClient jdbc) {
        return jdbc.sql("SELECT count(*) FROM pg_class WHERE oid = to_regclass(?) AND relispartition")
                        .param(LayerTable.SCHEMA + "." + partition)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static boolean isShown(LayerTable table, JdbcClient jdbc) {
        return jdbc.sql("SELECT obj_description(to_regclass(?), 'pg_class') IS NOT DISTINCT FROM ?")
                .params(table.viewName(), table.name())
                .query(Boolean.class)
                .single();
    }
}
