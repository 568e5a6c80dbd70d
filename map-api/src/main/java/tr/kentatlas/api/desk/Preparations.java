package tr.kentatlas.api.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Desk;

/** What is being prepared for the next release: the draft, and what has changed in the working data. */
@Component
class Preparations {
    private static final String DRAFT = """
            SELECT r.release_no, r.created_at, r.created_by, r.checked_at,
                   count(c.theme) AS themes,
                   count(a.snapshot_id) AS approved,
                   (SELECT coalesce(sum(found) FILTER (WHERE severity = 'blocker'), 0) FROM release.check_run k
                    WHERE k.release_no = r.release_no) AS blockers,
                   (SELECT coalesce(sum(found) FILTER (WHERE severity = 'error'), 0) FROM release.check_run k
                    WHERE k.release_no = r.release_no) AS errors,
                   (SELECT coalesce(sum(found) FILTER (WHERE severity = 'warning'), 0) FROM release.check_run k
                    WHERE k.release_no = r.release_no) AS warnings
            FROM release.release r
            LEFT JOIN release.content c USING (release_no)
            LEFT JOIN release.snapshot s USING (snapshot_id)
            LEFT JOIN release.standing_approval a ON a.snapshot_id = s.snapshot_id AND a.content_hash = s.content_hash
            WHERE r.state = 'draft'
            GROUP BY r.release_no
            """;
    private static final String CHANGES = """
            SELECT count(*) FROM working.change_set
            WHERE change_no > (SELECT max(s.change_no) FROM release.content JOIN release.snapshot s USING (snapshot_id)
                               WHERE release_no = ?)
            """;

    private final JdbcClient desk;

    Preparations(@Desk JdbcClient desk) {
        this.desk = desk;
    }

    Optional<Draft> draft() {
        return desk.sql(DRAFT).query((row, n) -> read(row)).optional();
    }

    /** Transactions in the working data a release knows nothing of. */
    long changesSince(long release) {
        return desk.sql(CHANGES).param(release).query(Long.class).single();
    }

    private static Draft read(ResultSet row) throws SQLException {
        OffsetDateTime checked = row.getObject("checked_at", OffsetDateTime.class);
        return new Draft(
                row.getLong("release_no"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                checked == null ? null : checked.toInstant(),
                row.getLong("themes"),
                row.getLong("approved"),
                new Findings(row.getLong("blockers"), row.getLong("errors"), row.getLong("warnings")));
    }

    /** A draft that is open; {@code approved} counts its themes that are. */
    record Draft(
            long number,
            Instant createdAt,
            String createdBy,
            @Nullable Instant checkedAt,
            long themes,
            long approved,
            Findings findings) {}

    record Findings(long blocker, long error, long warning) {}
}
