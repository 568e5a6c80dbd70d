package tr.kentatlas.spatial.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.spatial.word.Worded;

/** Reads what is known about releases, and which one is served. Any of the three roles may use it. */
public final class Releases {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SNAPSHOTS = """
            SELECT c.release_no, s.snapshot_id, s.theme, s.model_hash, s.change_no, s.frozen_at, s.content_hash, s.row_counts
              FROM release.content c JOIN release.snapshot s USING (snapshot_id) ORDER BY c.release_no, s.snapshot_id
            """;
    private static final String SERVED = """
            SELECT release_no, published_at, ARRAY(SELECT w.release_no FROM release.withdrawn w)
              FROM release.pointer JOIN release.release USING (release_no)
            """;
    private static final String RELEASES =
            "SELECT release_no, state, note, created_at, published_at FROM release.release ORDER BY release_no";

    private final JdbcClient jdbc;

    public Releases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The release that is served now; empty before the first publication. */
    public OptionalLong current() {
        return jdbc.sql("SELECT release_no FROM release.pointer WHERE release_no IS NOT NULL")
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /**
     * What is served, and which releases were taken back.
     *
     * @param publishedAt tells the release from one that bore its number before a backup was restored
     */
    public record Served(long release, Instant publishedAt, Set<Long> withdrawn) {
        public Served {
            withdrawn = Set.copyOf(withdrawn);
        }
    }

    /** What is served now; empty before the first publication. */
    public Optional<Served> served() {
        return jdbc.sql(SERVED)
                .query((row, n) ->
                        new Served(row.getLong(1), row.getTimestamp(2).toInstant(), Set.of((Long[])
                                row.getArray(3).getArray())))
                .optional();
    }

    /** Those whose data is there, withdrawn ones too. */
    public Set<Long> kept() {
        return jdbc.sql("SELECT release_no FROM release.release WHERE state = 'published'")
                .query((row, n) -> row.getLong(1))
                .set();
    }

    /** The kept releases that somebody took back. */
    public Set<Long> withdrawn() {
        return jdbc.sql("SELECT release_no FROM release.withdrawn")
                .query((row, n) -> row.getLong(1))
                .set();
    }

    /** A published release that is kept. */
    public record Kept(long release, Instant publishedAt) {}

    /** Those that are kept and nobody took back, the newest first. */
    public List<Kept> readable() {
        return jdbc.sql(
                        "SELECT release_no, published_at FROM release.release WHERE state = 'published'"
                                + " AND release_no NOT IN (SELECT w.release_no FROM release.withdrawn w) ORDER BY release_no DESC")
                .query((row, n) -> new Kept(row.getLong(1), row.getTimestamp(2).toInstant()))
                .list();
    }

    /** The kept release a step back leads to, which none that was withdrawn is; needs the desk's role or the owner. */
    public OptionalLong earlier() {
        Trail trail = new Trail();
        jdbc.sql("SELECT release_no FROM release.journal ORDER BY entry_no")
                .query((row, n) -> row.getLong(1))
                .list()
                .forEach(trail::step);
        Set<Long> kept = jdbc.sql("SELECT release_no FROM release.release WHERE state = 'published'"
                        + " AND release_no NOT IN (SELECT w.release_no FROM release.withdrawn w)")
                .query((row, n) -> row.getLong(1))
                .set();
        return trail.earlier().filter(kept::contains).mapToLong(n -> n).findFirst();
    }

    /** All releases, oldest first; needs the desk's role or the owner. */
    public List<Release> list() {
        Map<Long, List<Snapshot>> snapshots = new HashMap<>();
        jdbc.sql(SNAPSHOTS).query(row -> {
            snapshots
                    .computeIfAbsent(row.getLong("release_no"), n -> new ArrayList<>())
                    .add(snapshot(row));
        });
        return jdbc.sql(RELEASES)
                .query((row, n) -> release(row, snapshots.getOrDefault(row.getLong("release_no"), List.of())))
                .list();
    }

    public Optional<Release> find(long number) {
        return list().stream().filter(r -> r.number() == number).findFirst();
    }

    /** The newest release that is still a draft. */
    public Optional<Release> draft() {
        return list().stream().filter(r -> r.state() == Release.State.DRAFT).reduce((older, newer) -> newer);
    }

    /** Whether a decision approves it that came after any withdrawal. */
    public boolean isApproved(Snapshot snapshot) {
        return jdbc.sql("SELECT count(*) FROM release.standing_approval WHERE snapshot_id = ? AND content_hash = ?")
                        .params(snapshot.id(), snapshot.contentHash())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    static Snapshot snapshot(ResultSet row) throws SQLException {
        return new Snapshot(
                row.getLong("snapshot_id"),
                row.getString("theme"),
                row.getString("model_hash"),
                row.getLong("change_no"),
                row.getTimestamp("frozen_at").toInstant(),
                row.getString("content_hash"),
                JSON.readValue(row.getString("row_counts"), new TypeReference<Map<String, Long>>() {}));
    }

    private static Release release(ResultSet row, List<Snapshot> snapshots) throws SQLException {
        var published = row.getTimestamp("published_at");
        return new Release(
                row.getLong("release_no"),
                Worded.of(Release.State.class, row.getString("state")),
                row.getString("note"),
                row.getTimestamp("created_at").toInstant(),
                published == null ? null : published.toInstant(),
                snapshots);
    }
}
