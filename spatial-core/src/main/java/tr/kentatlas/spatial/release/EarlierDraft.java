package tr.kentatlas.spatial.release;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A draft that another one is about to replace, with the work that lies in it.
 *
 * @param accepted rules somebody answers for in it
 * @param approved themes whose content was approved for it; what is served already needs no approval of its own
 */
public record EarlierDraft(Release release, boolean isChecked, List<String> accepted, List<String> approved) {
    private static final String ACCEPTED =
            "SELECT rule_id FROM release.acceptance WHERE release_no = ? ORDER BY rule_id";
    private static final String APPROVED = """
            SELECT c.theme FROM release.content c JOIN release.standing_approval a USING (snapshot_id)
             WHERE c.release_no = ? AND NOT EXISTS (
                SELECT FROM release.content s JOIN release.release r USING (release_no)
                 WHERE s.snapshot_id = c.snapshot_id AND r.published_at IS NOT NULL
                   AND r.release_no NOT IN (TABLE release.withdrawn))
             ORDER BY c.theme
            """;

    public EarlierDraft {
        accepted = List.copyOf(accepted);
        approved = List.copyOf(approved);
    }

    /** The draft there is. */
    static Optional<EarlierDraft> find(JdbcClient jdbc) {
        return new Releases(jdbc).draft().map(draft -> of(draft, jdbc));
    }

    private static EarlierDraft of(Release draft, JdbcClient jdbc) {
        boolean isChecked = jdbc.sql("SELECT checked_at IS NOT NULL FROM release.release WHERE release_no = ?")
                .param(draft.number())
                .query(Boolean.class)
                .single();
        return new EarlierDraft(
                draft, isChecked, words(jdbc, ACCEPTED, draft.number()), words(jdbc, APPROVED, draft.number()));
    }

    private static List<String> words(JdbcClient jdbc, String sql, long release) {
        return jdbc.sql(sql).param(release).query((row, n) -> row.getString(1)).list();
    }

    /** Themes whose approval is worth nothing for another draft, since their content differs there. */
    public List<String> approvalsLostIn(Release other) {
        return release.snapshots().stream()
                .filter(snapshot -> !other.snapshots().contains(snapshot))
                .map(Snapshot::theme)
                .filter(approved::contains)
                .toList();
    }
}
