package tr.kentatlas.spatial.release;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.Theme;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.ReleaseRefused.Why;

/**
 * The life of a release: draft → checked → approved → published, and back.
 *
 * <p>Every step is a few transactions that leave a whole state; only the last one of {@link #publish} moves the pointer readers follow.
 * One release job runs at a time, whichever process runs it.
 */
public final class Publisher {
    private static final int KEPT = 3;

    private final DataSource owner;
    private final Model model;
    private final int srid;
    private final ReleaseCheck check;
    private final List<PublishStep> steps;

    public Publisher(DataSource owner, Model model, int srid, ReleaseCheck check, List<PublishStep> steps) {
        this.owner = owner;
        this.model = model;
        this.srid = srid;
        this.check = check;
        this.steps = List.copyOf(steps);
    }

    /** Freezes the themes named (all when empty); the others stay as they are served. Tells which draft was replaced. */
    public Drafted draft(
            List<String> themes, String person, @Nullable String note, Replacing replacing, Progress progress) {
        requireThemes(themes);
        return alone(connection -> {
            Optional<EarlierDraft> earlier = EarlierDraft.find(jdbc());
            if (replacing == Replacing.UNAPPROVED) earlier.ifPresent(Publisher::refuseApproved);
            Map<String, Long> content = new HashMap<>();
            currentSnapshots().forEach(s -> content.put(s.theme(), s.id()));
            try (Connection writer = owner.getConnection();
                    Connection reader = owner.getConnection();
                    Freezer freezer = new Freezer(writer, reader, model, srid)) {
                for (Theme theme : model.themes()) {
                    boolean wanted =
                            themes.isEmpty() || themes.contains(theme.name()) || !content.containsKey(theme.name());
                    if (wanted) content.put(theme.name(), freezer.freeze(theme, progress));
                }
            }
            return new Drafted(record(content, person, note), earlier);
        });
    }

    private static void refuseApproved(EarlierDraft draft) {
        if (draft.approved().isEmpty()) return;
        throw new ReleaseRefused(Why.DRAFT_APPROVED, draft.release().number(), draft.approved());
    }

    /** Runs the rules on the draft's frozen rows. */
    public List<ReleaseCheck.Outcome> check(Progress progress) {
        return alone(connection -> {
            Release draft = requireDraft();
            CheckBook book = new CheckBook(owner);
            book.open(draft);
            List<ReleaseCheck.Outcome> outcomes = check.check(draft, progress);
            book.record(draft, outcomes);
            return outcomes;
        });
    }

    /** Somebody answers for the findings of a rule of severity error. */
    public void accept(String ruleId, String reason, String person) {
        alone(connection -> {
            Release draft = requireDraft();
            new CheckBook(owner).accept(draft, ruleId, reason, person);
            return draft;
        });
    }

    /** Approves the draft's content of the themes named (all when empty) by one decision; tells which decision approves each. */
    public List<Approved> approve(List<String> themes, Decision decision) {
        requireThemes(themes);
        return alone(connection -> {
            Release draft = requireDraft();
            new Gate(jdbc()).refuseUnanswered(draft);
            List<Approved> approved = new ArrayList<>();
            WholeWork.of(
                    owner,
                    jdbc -> draft.snapshots().stream()
                            .filter(snapshot -> themes.isEmpty() || themes.contains(snapshot.theme()))
                            .map(snapshot -> new Approvals(jdbc, model).approve(snapshot, decision))
                            .forEach(approved::add));
            return approved;
        });
    }

    /** Builds what readers need aside and then moves the pointer. A loss of rows must be given a reason. */
    public Release publish(String person, @Nullable String reasonForLoss, Progress progress) {
        return alone(connection -> {
            Release draft = requireDraft();
            Gate gate = new Gate(jdbc());
            gate.refuseUnanswered(draft);
            gate.refuseUnapproved(draft);
            gate.refuseLoss(draft, currentSnapshots(), reasonForLoss);
            for (Snapshot snapshot : draft.snapshots()) open(snapshot, progress);
            for (PublishStep step : steps) step.prepare(draft, progress);
            movePointer(draft.number(), "publish", person, reasonForLoss);
            new Pruning(owner, KEPT).prune();
            return new Releases(jdbc()).find(draft.number()).orElseThrow();
        });
    }

    /** Serves an earlier release again: the one named, or the one that led to the current one. */
    public Release rollback(@Nullable Long number, String person, String reason) {
        if (reason.isBlank()) throw new ReleaseRefused(Why.ROLLBACK_WITHOUT_REASON);
        return alone(connection -> {
            Release target = rollbackTarget(number);
            movePointer(target.number(), "rollback", person, reason);
            return target;
        });
    }

    private Release rollbackTarget(@Nullable Long number) {
        Releases releases = new Releases(jdbc());
        if (releases.current().isEmpty()) throw new ReleaseRefused(Why.NOTHING_PUBLISHED);
        long target =
                number != null ? number : releases.earlier().orElseThrow(() -> new ReleaseRefused(Why.NO_EARLIER));
        return releases.find(target)
                .filter(r -> r.state() == Release.State.PUBLISHED)
                .orElseThrow(() -> new ReleaseRefused(Why.NOT_KEPT, target));
    }

    private Release record(Map<String, Long> content, String person, @Nullable String note) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql("UPDATE release.release SET state = 'dropped' WHERE state = 'draft'")
                    .update();
            long number = jdbc.sql("SELECT coalesce(max(release_no), 0) + 1 FROM release.release")
                    .query(Long.class)
                    .single();
            jdbc.sql("INSERT INTO release.release (release_no, state, note, created_by) VALUES (?, 'draft', ?, ?)")
                    .param(number)
                    .param(note)
                    .param(person)
                    .update();
            content.forEach((theme, snapshot) -> jdbc.sql("INSERT INTO release.content VALUES (?, ?, ?)")
                    .params(number, theme, snapshot)
                    .update());
            connection.commit();
            return new Releases(jdbc).find(number).orElseThrow();
        }
    }

    private void open(Snapshot snapshot, Progress progress) throws SQLException {
        try (Connection connection = owner.getConnection();
                Connection reader = owner.getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            String state = jdbc.sql("SELECT state FROM release.snapshot WHERE snapshot_id = ? FOR UPDATE")
                    .param(snapshot.id())
                    .query(String.class)
                    .single();
            if (state.equals("published")) return;
            Model frozenUnder = StoredModel.read(snapshot.modelHash(), jdbc);
            new PublicCopy(reader, connection, frozenUnder, srid).make(snapshot, progress);
            connection.commit();
        }
    }

    private void movePointer(long number, String action, String person, @Nullable String reason) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql("UPDATE release.release SET state = 'published', published_at = coalesce(published_at, now())"
                            + " WHERE release_no = ?")
                    .param(number)
                    .update();
            jdbc.sql("UPDATE release.pointer SET release_no = ?, moved_at = now()")
                    .param(number)
                    .update();
            jdbc.sql("INSERT INTO release.journal (release_no, action, person, reason) VALUES (?, ?, ?, ?)")
                    .param(number)
                    .param(action)
                    .param(person)
                    .param(reason)
                    .update();
            connection.commit();
        }
    }

    private List<Snapshot> currentSnapshots() {
        Releases releases = new Releases(jdbc());
        var current = releases.current();
        return current.isEmpty()
                ? List.of()
                : releases.find(current.getAsLong()).orElseThrow().snapshots();
    }

    private void requireThemes(List<String> named) {
        List<String> known = model.themes().stream().map(Theme::name).toList();
        named.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new ReleaseRefused(Why.NO_THEME, name, known);
        });
    }

    private Release requireDraft() {
        return new Releases(jdbc()).draft().orElseThrow(() -> new ReleaseRefused(Why.NO_DRAFT));
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(owner);
    }

    /** Runs a job under the lock all release jobs share; a second one is refused at once. */
    private <T> T alone(ReleaseJob<T> job) {
        try (Connection connection = owner.getConnection()) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            boolean mine = jdbc.sql("SELECT pg_try_advisory_lock(hashtext('release.job'))")
                    .query(Boolean.class)
                    .single();
            if (!mine) throw new ReleaseRefused(Why.BUSY);
            try {
                return job.run(connection);
            } finally {
                jdbc.sql("SELECT pg_advisory_unlock(hashtext('release.job'))")
                        .query(Boolean.class)
                        .single();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database failed during a release job: " + e.getMessage(), e);
        }
    }

    /** A step of a release that may fail in the database. */
    @FunctionalInterface
    private interface ReleaseJob<T> {
        T run(Connection lock) throws SQLException;
    }
}
