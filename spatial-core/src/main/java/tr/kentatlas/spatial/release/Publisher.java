package tr.kentatlas.spatial.release;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.Theme;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.ReleaseRefused.Why;
import tr.kentatlas.spatial.store.sql.JobLock;
import tr.kentatlas.spatial.store.sql.OneTransaction;

/**
 * The life of a release: draft → checked → approved → published, and back.
 *
 * <p>Every step is a few transactions that leave a whole state; only the last one of {@link #publish} moves the pointer readers follow.
 * One release job runs at a time, whichever process runs it.
 */
public final class Publisher {
    /** The lock all release jobs share. */
    public static final String JOB = "release.job";

    private static final int KEPT = 3;

    private final DataSource owner;
    private final Model model;
    private final int srid;
    private final ReleaseCheck check;
    private final List<PublishStep> steps;
    private final Consumer<Release> witness;

    public Publisher(DataSource owner, Model model, int srid, ReleaseCheck check, List<PublishStep> steps) {
        this(owner, model, srid, check, steps, release -> {});
    }

    private Publisher(
            DataSource owner,
            Model model,
            int srid,
            ReleaseCheck check,
            List<PublishStep> steps,
            Consumer<Release> witness) {
        this.owner = owner;
        this.model = model;
        this.srid = srid;
        this.check = check;
        this.steps = List.copyOf(steps);
        this.witness = witness;
    }

    /** The same; of which release a step is taken is told to {@code teller} before the step stands: what it cannot record does not happen. */
    public Publisher witnessed(Consumer<Release> teller) {
        return new Publisher(owner, model, srid, check, steps, teller);
    }

    /** Freezes the themes named (all when empty); the others stay as they are served. Tells which draft was replaced. */
    public Drafted draft(
            List<String> themes, String person, @Nullable String note, Replacing replacing, Progress progress) {
        requireThemes(themes);
        return alone(() -> {
            Optional<EarlierDraft> earlier = EarlierDraft.find(jdbc());
            if (replacing == Replacing.UNAPPROVED) earlier.ifPresent(Publisher::refuseApproved);
            Map<String, Long> content = new HashMap<>();
            List<Snapshot> served = currentSnapshots();
            served.forEach(s -> content.put(s.theme(), s.id()));
            try (Connection writer = owner.getConnection();
                    Connection reader = owner.getConnection();
                    Freezer freezer = new Freezer(writer, reader, model, srid)) {
                for (Theme theme : model.themes()) {
                    boolean wanted =
                            themes.isEmpty() || themes.contains(theme.name()) || !content.containsKey(theme.name());
                    if (wanted) content.put(theme.name(), freezer.freeze(theme, progress));
                }
            }
            Release draft = record(content, served, person, note);
            new Pruning(owner, KEPT).afterDraft();
            return new Drafted(draft, earlier);
        });
    }

    private static void refuseApproved(EarlierDraft draft) {
        if (draft.approved().isEmpty()) return;
        throw new ReleaseRefused(Why.DRAFT_APPROVED, draft.release().number(), draft.approved());
    }

    /** Runs the rules on the draft's frozen rows. */
    public List<ReleaseCheck.Outcome> check(Progress progress) {
        return alone(() -> {
            Release draft = requireDraft();
            CheckBook book = new CheckBook(owner);
            book.open(draft);
            List<ReleaseCheck.Outcome> outcomes = check.check(draft, progress);
            book.record(draft, outcomes, () -> witness.accept(draft));
            return outcomes;
        });
    }

    /** Somebody answers for the findings of a rule of severity error. */
    public void accept(String ruleId, String reason, String person) {
        alone(() -> {
            Release draft = requireDraft();
            new CheckBook(owner).accept(draft, ruleId, reason, person, () -> witness.accept(draft));
            return draft;
        });
    }

    /** Approves the draft's content of the themes named (all when empty) by one decision; tells which decision approves each. */
    public List<Approved> approve(List<String> themes, Decision decision) {
        requireThemes(themes);
        return alone(() -> {
            Release draft = requireDraft();
            new Gate(jdbc(), model).refuseUnanswered(draft);
            return OneTransaction.of(owner, whole -> {
                List<Approved> approved = draft.snapshots().stream()
                        .filter(snapshot -> themes.isEmpty() || themes.contains(snapshot.theme()))
                        .map(snapshot -> new Approvals(whole.jdbc(), model).approve(snapshot, decision))
                        .toList();
                witness.accept(draft);
                return approved;
            });
        });
    }

    /** Builds what readers need aside and then moves the pointer. A loss of rows must be given a reason. */
    public Release publish(String person, @Nullable String reasonForLoss, Progress progress) {
        return JobLock.withHeld(owner, JOB, held -> {
                    Release draft = requireDraft();
                    Gate gate = new Gate(jdbc(), model);
                    gate.refuseUnanswered(draft);
                    gate.refuseUnapproved(draft);
                    gate.refuseLoss(draft, currentSnapshots(), reasonForLoss);
                    for (Snapshot snapshot : draft.snapshots()) open(snapshot, progress);
                    for (PublishStep step : steps) step.prepare(draft, progress);
                    if (!held.isStillMine()) throw new ReleaseRefused(Why.TURN_LOST);
                    movePointer(draft, "publish", person, reasonForLoss);
                    new Pruning(owner, KEPT).afterPublication();
                    return new Releases(jdbc()).find(draft.number()).orElseThrow();
                })
                .orElseThrow(() -> new ReleaseRefused(Why.BUSY));
    }

    /** Serves an earlier release again: the one named, or the one that led to the current one. */
    public Release rollback(@Nullable Long number, String person, String reason) {
        if (reason.isBlank()) throw new ReleaseRefused(Why.ROLLBACK_WITHOUT_REASON);
        return alone(() -> {
            Release target = rollbackTarget(number);
            movePointer(target, "rollback", person, reason);
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

    private Release record(Map<String, Long> content, List<Snapshot> served, String person, @Nullable String note)
            throws SQLException {
        return OneTransaction.of(owner, whole -> {
            JdbcClient jdbc = whole.jdbc();
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
            Release draft = new Releases(jdbc).find(number).orElseThrow();
            DraftDifference.all(draft, served, model, jdbc).forEach(one -> one.keep(number, jdbc));
            witness.accept(draft);
            return draft;
        });
    }

    private void open(Snapshot snapshot, Progress progress) throws SQLException {
        try (Connection reader = owner.getConnection()) {
            OneTransaction.run(owner, whole -> open(snapshot, reader, whole, progress));
        }
    }

    private void open(Snapshot snapshot, Connection reader, OneTransaction whole, Progress progress)
            throws SQLException {
        JdbcClient jdbc = whole.jdbc();
        String state = jdbc.sql("SELECT state FROM release.snapshot WHERE snapshot_id = ? FOR UPDATE")
                .param(snapshot.id())
                .query(String.class)
                .single();
        if (state.equals("published")) return;
        Model frozenUnder = StoredModel.read(snapshot.modelHash(), jdbc);
        new PublicCopy(reader, whole, frozenUnder, srid).make(snapshot, progress);
    }

    private void movePointer(Release release, String action, String person, @Nullable String reason)
            throws SQLException {
        OneTransaction.run(owner, whole -> {
            JdbcClient jdbc = whole.jdbc();
            int served = jdbc.sql(
                            "UPDATE release.release SET state = 'published', published_at = coalesce(published_at, now())"
                                    + " WHERE release_no = ? AND state IN ('draft', 'published')")
                    .param(release.number())
                    .update();
            if (served == 0) throw new ReleaseRefused(Why.TURN_LOST);
            jdbc.sql("UPDATE release.pointer SET release_no = ?, moved_at = now()")
                    .param(release.number())
                    .update();
            jdbc.sql("INSERT INTO release.journal (release_no, action, person, reason) VALUES (?, ?, ?, ?)")
                    .param(release.number())
                    .param(action)
                    .param(person)
                    .param(reason)
                    .update();
            witness.accept(release);
        });
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
    private <T> T alone(JobLock.Job<T> job) {
        return JobLock.with(owner, JOB, job).orElseThrow(() -> new ReleaseRefused(Why.BUSY));
    }
}
