package tr.kentatlas.spatial.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.feature.Attribution;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.store.sql.OneTransaction;

/**
 * Loads a source into the working data: read → stage → set-based checks → one transaction.
 *
 * <p>The same source twice changes nothing; an interrupted or refused run leaves nothing behind.
 */
public final class Importer {
    private final DataSource owner;
    private final Model model;
    private final int storageSrid;

    /**
     * @param owner connects as a role that may write the working data and {@code ingest}
     * @param storageSrid EPSG code of the city's storage CRS
     */
    public Importer(DataSource owner, Model model, int storageSrid) {
        this.owner = owner;
        this.model = model;
        this.storageSrid = storageSrid;
    }

    /**
     * Imports everything the source delivers.
     *
     * @param actor who answers for it, kept with every version it makes
     * @throws BrokenSourceException when the source cannot be read
     */
    public ImportReport run(FeatureSource source, String actor, Progress progress) {
        return run(source, actor, Edits.REFUSE, progress);
    }

    /**
     * The same with what becomes of objects that were edited here since they were imported.
     *
     * @throws EditsInTheWay when there are some and they are to refuse the import
     * @throws WorkingDataInUse when somebody is editing the same types and does not end; one that overwrites does not ask
     */
    public ImportReport run(FeatureSource source, String actor, Edits edits, Progress progress) {
        try (Connection connection = owner.getConnection();
                OneTransaction transaction = OneTransaction.on(connection);
                Courier courier = new Courier()) {
            ImportReport report = new Run(transaction, courier, source, actor, edits, progress).go();
            transaction.commit();
            return report;
        } catch (SQLException e) {
            throw new ImportFailed(e);
        } catch (DataAccessException e) {
            throw new ImportFailed(e.getMostSpecificCause());
        }
    }

    /** How many rows a type's merge rejected for what it left in the working data, and how many it wrote. */
    private record Stored(long overlapping, long inserted, long changed) {}

    /** One import under way, inside its transaction. */
    private final class Run {
        private final OneTransaction transaction;
        private final JdbcClient jdbc;
        private final Courier courier;
        private final FeatureSource source;
        private final int sourceSrid;
        private final Edits edits;
        private final Progress progress;
        private final long importNo;
        private final RejectLog rejects;
        private final EditGuard guard;
        private final Map<String, ImportReport.TypeCounts> counts = new LinkedHashMap<>();

        Run(
                OneTransaction transaction,
                Courier courier,
                FeatureSource source,
                String actor,
                Edits edits,
                Progress progress)
                throws SQLException {
            this.transaction = transaction;
            this.jdbc = transaction.jdbc();
            this.courier = courier;
            this.source = source;
            this.sourceSrid = source.srid() == 0 ? storageSrid : source.srid();
            this.edits = edits;
            this.progress = progress;
            requireKnownCrs();
            introduce(actor);
            this.importNo = begin(actor);
            this.rejects = new RejectLog(transaction.connection(), importNo, courier);
            this.guard = new EditGuard(transaction, importNo);
        }

        ImportReport go() throws SQLException {
            Staging staging = read();
            try (Progress.Step step =
                    progress.begin("storing " + source.name(), staging.staged().size())) {
                int done = 0;
                if (edits != Edits.OVERWRITE) guard.begin(staging.staged().keySet());
                for (Staging.StagedType type : staging.staged().values()) {
                    merge(type);
                    step.at(++done);
                }
                if (edits == Edits.REFUSE) guard.refuseAny();
                step.done();
            }
            rejects.flush();
            count();
            ImportReport report = new ImportReport(
                    importNo, source.name(), counts, staging.skipped(), rejects.notes(), guard.count());
            finish(report);
            return report;
        }

        private Staging read() throws SQLException {
            long size = source.size().orElse(Progress.UNKNOWN);
            try (Progress.Step step = progress.begin("reading " + source.name(), size, source.unit())) {
                Staging staging = new Staging(
                        transaction.connection(), model, sourceSrid, source.isPartial(), rejects, courier, step::at);
                source.read(staging);
                staging.finish();
                source.size().ifPresent(step::at);
                step.done();
                return staging;
            }
        }

        private void merge(Staging.StagedType staged) throws SQLException {
            String type = staged.type.name();
            Merge merge = new Merge(model, staged, sourceSrid, storageSrid);
            execute("ANALYZE staged_" + type
                    + " (tucbs_no)"); // statistics of shapes cost more than the checks they are for
            boolean first = isEmpty("working." + type);
            rejects.counted(type, execute(merge.rejectEmptyPeriods(importNo)));
            rejects.counted(type, execute(merge.rejectUnknownStates(importNo)));
            rejects.counted(type, execute(merge.rejectRepeated(importNo)));
            rejects.counted(type, execute(merge.rejectForeignIdentity(importNo)));
            Stored stored = store(merge, first, type);
            execute("DROP TABLE staged_" + type);
            rejects.counted(type, stored.overlapping);
            long rejected = rejects.count(type);
            long unchanged = staged.read() - stored.inserted - stored.changed - rejected;
            counts.put(
                    type,
                    new ImportReport.TypeCounts(staged.read(), stored.inserted, stored.changed, unchanged, rejected));
        }

        /** All rows in one go; only when the database cannot transform some is each row asked, and those are rejected. */
        private Stored store(Merge merge, boolean first, String type) throws SQLException {
            Savepoint before = transaction.connection().setSavepoint();
            try {
                Stored stored = store(merge, first);
                transaction.connection().releaseSavepoint(before);
                return stored;
            } catch (SQLException e) {
                long untransformable = untransformable(merge, before, e);
                if (untransformable == 0) throw e;
                rejects.counted(type, untransformable);
                return store(merge, first);
            }
        }

        /** How many rows were rejected for the failure; none, too, when the database itself is the trouble. */
        private long untransformable(Merge merge, Savepoint before, SQLException failure) {
            try {
                transaction.connection().rollback(before);
                return sourceSrid == storageSrid ? 0 : execute(merge.rejectUntransformable(importNo));
            } catch (SQLException another) {
                failure.addSuppressed(another);
                return 0;
            }
        }

        private Stored store(Merge merge, boolean first) throws SQLException {
            guard.setAside(merge.edited());
            long overlapping = first ? 0 : execute(merge.rejectOverlaps(importNo));
            long changed = first || !merge.touches() ? 0 : execute(merge.update());
            return new Stored(overlapping, execute(first ? merge.insertAll() : merge.insert()), changed);
        }

        private void requireKnownCrs() {
            boolean isKnown = jdbc.sql("SELECT EXISTS (SELECT FROM spatial_ref_sys WHERE srid = ?)")
                    .param(sourceSrid)
                    .query(Boolean.class)
                    .single();
            if (!isKnown)
                throw new BrokenSourceException(
                        source.name() + " is in EPSG:" + sourceSrid + ", which the database does not know");
        }

        private void introduce(String actor) {
            jdbc.sql(
                            "SELECT set_config('kent.actor', ?, true), set_config('kent.reason', ?, true), set_config('kent.import', 'on', true)")
                    .params(actor, "aktarım: " + source.name())
                    .query()
                    .singleRow();
        }

        private long begin(String actor) {
            return jdbc.sql(
                            "INSERT INTO ingest.import (source, imported_by, attribution, attribution_link) VALUES (?, ?, ?, ?)"
                                    + " RETURNING import_no")
                    .params(Arrays.asList(
                            source.name(),
                            actor,
                            source.attribution().map(Attribution::text).orElse(null),
                            source.attribution().map(Attribution::link).orElse(null)))
                    .query(Long.class)
                    .single();
        }

        /** Counts what was written in bulk, so that the database plans rightly also right after; not what somebody else is counting. */
        private void count() throws SQLException {
            List<String> tables = new ArrayList<>();
            for (var type : counts.entrySet()) {
                long written = type.getValue().inserted() + type.getValue().changed();
                if (isMany(written, "working." + type.getKey()))
                    tables.addAll(List.of("working." + type.getKey(), "working." + type.getKey() + "_gecmis"));
            }
            if (tables.isEmpty()) return;
            execute("SET LOCAL default_statistics_target = 30"); // nine thousand rows of each: identities are what is
            // asked for
            execute("ANALYZE (SKIP_LOCKED) working.nesne, " + String.join(", ", tables));
        }

        /** As autovacuum sees it, but at once. */
        private boolean isMany(long written, String table) {
            return jdbc.sql(
                            "SELECT ? > CASE WHEN reltuples < 0 THEN 0 ELSE 50 + reltuples / 10 END FROM pg_class WHERE oid = ?::regclass")
                    .params(written, table)
                    .query(Boolean.class)
                    .single();
        }

        private void finish(ImportReport report) {
            jdbc.sql("UPDATE ingest.import SET counts = ?::jsonb WHERE import_no = ?")
                    .params(ReportJson.write(report), importNo)
                    .update();
        }

        private boolean isEmpty(String table) {
            return jdbc.sql("SELECT NOT EXISTS (SELECT FROM " + table + ")")
                    .query(Boolean.class)
                    .single();
        }

        private long execute(String sql) throws SQLException {
            return transaction.execute(sql);
        }
    }
}
