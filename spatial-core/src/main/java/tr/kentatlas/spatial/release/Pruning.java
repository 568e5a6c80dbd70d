package tr.kentatlas.spatial.release;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.store.PublishedTable.Wall;
import tr.kentatlas.spatial.store.sql.OneTransaction;

/**
 * Drops what no kept release needs: releases beyond the newest few, after a grace time in which their readers finish; withdrawn ones, which
 * are not counted among those few, after one in which partners who were told of them are led back; and snapshots of drafts that were
 * replaced, with what the rules found. What cannot be dropped now is dropped later; what was just published or drafted stands all the same.
 */
final class Pruning {
    private static final Logger LOG = LoggerFactory.getLogger(Pruning.class);
    private static final String GRACE = "1 hour";
    private static final String GRACE_OF_WITHDRAWN = "31 days";
    private static final String PATIENCE = "3s";

    private final DataSource owner;
    private final JdbcClient jdbc;
    private final int kept;

    Pruning(DataSource owner, int kept) {
        this.owner = owner;
        this.jdbc = JdbcClient.create(owner);
        this.kept = kept;
    }

    void afterPublication() {
        tryTo(() -> {
            dropOldReleases();
            dropUnused("");
        });
    }

    /** Leaves what was approved: where a later draft brings it again, it needs no further decision. */
    void afterDraft() {
        tryTo(() -> dropUnused(" AND NOT EXISTS (SELECT FROM release.approval a WHERE a.snapshot_id = s.snapshot_id)"));
    }

    private static void tryTo(Attempt attempt) {
        try {
            attempt.run();
        } catch (SQLException | RuntimeException e) {
            LOG.error("what no kept release needs was not dropped", e);
        }
    }

    /** What may fail. */
    @FunctionalInterface
    private interface Attempt {
        void run() throws SQLException;
    }

    /** The grace time begins when another release takes the place of one; for a withdrawn one, when it is taken back. */
    private void dropOldReleases() {
        jdbc.sql("""
                UPDATE release.release r SET state = 'dropped'
                 WHERE state = 'published'
                   AND release_no NOT IN (SELECT release_no FROM release.release WHERE state = 'published'
                                           AND release_no NOT IN (TABLE release.withdrawn) ORDER BY release_no DESC LIMIT ?)
                   AND release_no IS DISTINCT FROM (SELECT release_no FROM release.pointer)
                   AND (SELECT min(later.at) FROM release.journal later
                         WHERE later.entry_no > (SELECT max(own.entry_no) FROM release.journal own WHERE own.release_no = r.release_no)
                           AND (r.release_no NOT IN (TABLE release.withdrawn)
                                OR later.action = 'rollback' AND later.release_no < r.release_no))
                       < now() - CASE WHEN release_no IN (TABLE release.withdrawn) THEN ?::interval ELSE ?::interval END
                """).params(kept, GRACE_OF_WITHDRAWN, GRACE).update();
    }

    private void dropUnused(String further) {
        jdbc.sql(
                        "DELETE FROM release.finding WHERE release_no IN (SELECT release_no FROM release.release WHERE state = 'dropped')")
                .update();
        List<Long> unused =
                jdbc.sql("""
                SELECT snapshot_id FROM release.snapshot s WHERE state <> 'dropped' AND NOT EXISTS (
                    SELECT FROM release.content c JOIN release.release r USING (release_no)
                     WHERE c.snapshot_id = s.snapshot_id AND r.state <> 'dropped')
                """ + further).query((row, n) -> row.getLong(1)).list();
        for (long snapshot : unused) tryTo(() -> drop(snapshot));
    }

    /** In one transaction: what is known as there is there. Whoever reads it for long is not waited for: others would wait for the drop. */
    private void drop(long snapshot) throws SQLException {
        OneTransaction.run(owner, transaction -> {
            JdbcClient whole = transaction.jdbc();
            whole.sql("SET LOCAL lock_timeout = '" + PATIENCE + "'").update();
            whole.sql("DROP SCHEMA IF EXISTS " + Wall.ACIK.schema(snapshot) + " CASCADE")
                    .update();
            whole.sql("DROP SCHEMA IF EXISTS " + Wall.YAYIN.schema(snapshot) + " CASCADE")
                    .update();
            whole.sql("UPDATE release.snapshot SET state = 'dropped' WHERE snapshot_id = ?")
                    .param(snapshot)
                    .update();
        });
    }
}
