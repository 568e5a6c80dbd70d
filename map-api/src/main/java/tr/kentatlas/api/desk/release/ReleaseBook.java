package tr.kentatlas.api.desk.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Desk;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.model.Theme;
import tr.kentatlas.spatial.quality.Rule;
import tr.kentatlas.spatial.quality.RuleBook;
import tr.kentatlas.spatial.release.Release;
import tr.kentatlas.spatial.release.Releases;
import tr.kentatlas.spatial.release.Snapshot;
import tr.kentatlas.spatial.release.StoredModel;

/** Reads releases and the draft with all a steward must know of it. */
@Component
class ReleaseBook {
    private static final int NEWEST = 100;
    private static final Text WORDLESS = new Text("", "");
    private static final String DECISIONS = """
            SELECT s.snapshot_id, a.body, a.decision_no, a.decision_date, a.person
              FROM release.content c JOIN release.snapshot s USING (snapshot_id)
              JOIN release.standing_approval a ON a.snapshot_id = s.snapshot_id AND a.content_hash = s.content_hash
             WHERE c.release_no = ?
            """;
    private static final String DIFFERENCES = """
            SELECT d.theme, d.added, d.changed, d.gone
              FROM release.difference d JOIN release.content c ON c.theme = d.theme AND c.snapshot_id = d.against
              JOIN release.pointer p ON p.release_no = c.release_no
             WHERE d.release_no = ?
            """;
    private static final String RULES = """
            SELECT r.rule_id, r.severity, r.found, a.reason, a.person, a.accepted_at,
                   (SELECT count(*) FROM release.finding f WHERE f.release_no = r.release_no AND f.rule_id = r.rule_id) AS kept,
                   (SELECT b.reason FROM release.acceptance b WHERE b.release_no < r.release_no AND b.rule_id = r.rule_id
                     ORDER BY b.release_no DESC LIMIT 1) AS earlier
              FROM release.check_run r
              LEFT JOIN release.acceptance a ON a.release_no = r.release_no AND a.rule_id = r.rule_id AND a.found = r.found
             WHERE r.release_no = ?
             ORDER BY array_position(ARRAY['blocker', 'error', 'warning'], r.severity), r.rule_id
            """;

    private final JdbcClient desk;
    private final Releases releases;
    private final ObjectProvider<Model> model;
    private final ObjectProvider<RuleBook> rules;

    ReleaseBook(@Desk JdbcClient desk, ObjectProvider<Model> model, ObjectProvider<RuleBook> rules) {
        this.desk = desk;
        this.releases = new Releases(desk);
        this.model = model;
        this.rules = rules;
    }

    /** The newest first. */
    List<ReleaseTold> list() {
        Releases.Served served = releases.served().orElse(null);
        return releases.list().reversed().stream()
                .limit(NEWEST)
                .map(release -> ReleaseTold.of(release, served))
                .toList();
    }

    /** What a draft may be made of. */
    List<Theme> themes() {
        return model.getObject().themes();
    }

    Optional<DraftTold> draft() {
        return releases.draft().map(this::told);
    }

    /** The draft that was looked at, if it still is one. */
    Release requireDraft(long number) {
        Release now = releases.draft().orElseThrow(() -> Problem.conflict(Wording.of("release.refused.no-draft")));
        if (now.number() != number) throw otherDraft(number, now.number());
        return now;
    }

    static Problem otherDraft(long seen, long now) {
        return Problem.conflict(Wording.of("release.other-draft", seen, now));
    }

    static long rows(Snapshot content) {
        return content.rowCounts().values().stream().mapToLong(Long::longValue).sum();
    }

    private DraftTold told(Release draft) {
        Map<Long, DraftTold.Decision> decisions = decisions(draft);
        Map<String, Long> served = served();
        Map<String, DraftTold.Difference> differences = differences(draft);
        return desk.sql("SELECT created_by, checked_at FROM release.release WHERE release_no = ?")
                .param(draft.number())
                .query((row, n) -> new DraftTold(
                        draft.number(),
                        draft.note(),
                        draft.createdAt(),
                        row.getString("created_by"),
                        moment(row, "checked_at"),
                        draft.snapshots().stream()
                                .map(one -> theme(one, served, differences.get(one.theme()), decisions.get(one.id())))
                                .toList(),
                        rules(draft)))
                .single();
    }

    private DraftTold.Theme theme(
            Snapshot content,
            Map<String, Long> served,
            DraftTold.@Nullable Difference difference,
            DraftTold.@Nullable Decision decision) {
        Theme theme = StoredModel.read(content.modelHash(), desk).theme(content.theme());
        return new DraftTold.Theme(
                theme.name(),
                theme.title(),
                theme.approval().word(),
                rows(content),
                served.getOrDefault(theme.name(), 0L),
                difference,
                decision);
    }

    private Map<String, DraftTold.Difference> differences(Release draft) {
        Map<String, DraftTold.Difference> differences = new HashMap<>();
        desk.sql(DIFFERENCES).param(draft.number()).query((RowCallbackHandler) row -> differences.put(
                row.getString("theme"),
                new DraftTold.Difference(row.getLong("added"), row.getLong("changed"), row.getLong("gone"))));
        return differences;
    }

    private Map<String, Long> served() {
        Map<String, Long> rows = new HashMap<>();
        releases.current()
                .ifPresent(number -> releases.find(number)
                        .orElseThrow()
                        .snapshots()
                        .forEach(content -> rows.put(content.theme(), rows(content))));
        return rows;
    }

    private Map<Long, DraftTold.Decision> decisions(Release draft) {
        Map<Long, DraftTold.Decision> decisions = new HashMap<>();
        desk.sql(DECISIONS).param(draft.number()).query((RowCallbackHandler)
                row -> decisions.put(row.getLong("snapshot_id"), decision(row)));
        return decisions;
    }

    private static DraftTold.Decision decision(ResultSet row) throws SQLException {
        return new DraftTold.Decision(
                row.getString("body"),
                row.getString("decision_no"),
                row.getDate("decision_date").toLocalDate(),
                row.getString("person"));
    }

    private List<DraftTold.Rule> rules(Release draft) {
        RuleBook book = rules.getObject();
        return desk.sql(RULES)
                .param(draft.number())
                .query((row, n) -> rule(row, book.find(row.getString("rule_id"))))
                .list();
    }

    /** A rule may be in the book no more. */
    private static DraftTold.Rule rule(ResultSet row, Optional<Rule> known) throws SQLException {
        Instant accepted = moment(row, "accepted_at");
        return new DraftTold.Rule(
                row.getString("rule_id"),
                row.getString("severity"),
                row.getLong("found"),
                row.getLong("kept"),
                known.map(Rule::title).orElse(WORDLESS),
                known.map(Rule::hint).orElse(WORDLESS),
                accepted == null
                        ? null
                        : new DraftTold.Acceptance(row.getString("reason"), row.getString("person"), accepted),
                row.getString("earlier"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
