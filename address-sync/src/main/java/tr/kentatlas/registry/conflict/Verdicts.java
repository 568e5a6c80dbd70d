package tr.kentatlas.registry.conflict;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.conflict.VerdictRefused.Why;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.push.Outbox;
import tr.kentatlas.registry.store.Links;
import tr.kentatlas.registry.store.RegistryEntry;
import tr.kentatlas.registry.store.RegistryStore;
import tr.kentatlas.spatial.store.edit.Editor;
import tr.kentatlas.spatial.store.edit.WorkingEdits;

/**
 * Carries out what a person decided about a conflict, wholly or not at all: the verdict, kept with its reason and its author, and what
 * it changes are one transaction. A change of the city's data also carries both in its own history.
 */
public final class Verdicts {
    /** Its neighbourhood was read since, or the version known of the row is newer than the one the refused message named. */
    private static final String READ = """
            SELECT EXISTS (SELECT FROM registry.pull p
                           WHERE p.neighbourhood = c.neighbourhood AND p.completed_start > c.found_at)
                OR EXISTS (SELECT FROM registry.entry e JOIN registry.outbox o ON o.level = e.level AND o.code = e.code
                           WHERE e.level = c.level AND e.code = c.code AND e.version > o.version
                             AND o.state = 'rejected' AND o.answered_at >= c.found_at)
            FROM registry.conflict c WHERE c.conflict_no = ?
            """;

    /** Both sides still are to each other what the comparison found, and ours is no draft; more than that is left to who decides. */
    private static final String STANDS = """
            SELECT (CASE WHEN c.kind IN ('C16', 'C17') THEN true
                        WHEN c.kind = 'C04' THEN NOT EXISTS (SELECT FROM registry.link k
                            WHERE k.ended_at IS NULL AND k.level = c.level AND k.local = c.local)
                        WHEN c.kind = 'C03' THEN e.active AND e.listed AND e.linked IS NOT DISTINCT FROM c.local
                            AND registry.is_draft(c.level, c.local) IS NULL
                        ELSE e.linked = c.local AND (e.active AND e.listed) = (c.kind <> 'C15') END)
                AND registry.is_draft(c.level, c.local) IS NOT TRUE
            FROM registry.conflict c LEFT JOIN registry.entry e ON e.level = c.level AND e.code = c.code
            WHERE c.conflict_no = ?
            """;

    private final RegistryStore store;
    private final WorkingEdits edits;

    public Verdicts(RegistryStore store, WorkingEdits edits) {
        this.store = store;
        this.edits = edits;
    }

    /**
     * Tells {@code witness} of the verdict before it stands: what it cannot record does not happen.
     *
     * @throws VerdictRefused when it cannot be carried out
     */
    public void decide(long conflictNo, Verdict verdict, String by, Runnable witness) {
        decide(conflictNo, verdict, by, jdbc -> {}, witness);
    }

    /** One of many: carried out only while the conflict is as somebody looked at it; otherwise {@link VerdictRefused}, nothing changed. */
    public void decide(Seen seen, Verdict verdict, String by, Runnable witness) {
        decide(seen.conflict(), verdict, by, jdbc -> demandUnchanged(jdbc, seen), witness);
    }

    private void decide(long number, Verdict verdict, String by, Consumer<JdbcClient> demand, Runnable witness) {
        if (verdict.reason().isBlank()) throw new VerdictRefused(Why.NO_REASON);
        store.alone(by, jdbc -> {
            Conflict conflict = Conflicts.find(jdbc, number)
                    .filter(one -> one.state().isUndecided())
                    .orElseThrow(() -> new VerdictRefused(Why.NOT_OPEN, number));
            demand.accept(jdbc);
            new Case(jdbc, conflict, by).carryOut(verdict);
            keep(jdbc, conflict, verdict, by);
            witness.run();
            return true;
        });
    }

    private static void demandUnchanged(JdbcClient jdbc, Seen seen) {
        String mark = jdbc.sql("SELECT registry.conflict_mark(c) FROM registry.conflict c WHERE c.conflict_no = ?")
                .param(seen.conflict())
                .query(String.class)
                .single();
        if (!mark.equals(seen.mark())) {
            throw new VerdictRefused(Why.CHANGED_SINCE);
        }
    }

    private static void keep(JdbcClient jdbc, Conflict conflict, Verdict verdict, String by) {
        ConflictState state = verdict instanceof Verdict.Ignore ? ConflictState.IGNORED : ConflictState.DECIDED;
        jdbc.sql("UPDATE registry.conflict SET state = ?, decision = ?, decided_by = ?, decided_at = now(), reason = ?,"
                        + " ignore_until = ? WHERE conflict_no = ?")
                .params(Arrays.asList(
                        state.word(),
                        verdict.word(),
                        by,
                        verdict.reason(),
                        verdict instanceof Verdict.Ignore ignore ? ignore.until() : null,
                        conflict.number()))
                .update();
        new Outbox(jdbc).closeRefused(conflict.number());
    }

    /** One conflict being decided inside its transaction. */
    private final class Case {
        private final JdbcClient jdbc;
        private final Conflict conflict;
        private final String by;
        private final Links links;
        private final Outbox outbox;

        Case(JdbcClient jdbc, Conflict conflict, String by) {
            this.jdbc = jdbc;
            this.conflict = conflict;
            this.by = by;
            this.links = new Links(jdbc);
            this.outbox = new Outbox(jdbc);
        }

        void carryOut(Verdict verdict) {
            if (!(verdict instanceof Verdict.Ignore)) demandStanding();
            switch (verdict) {
                case Verdict.AcceptRemote accept -> acceptRemote(accept);
                case Verdict.SendLocal send -> sendLocal(send);
                case Verdict.Link link -> link(link);
                case Verdict.Ignore ignore -> demandDayToCome(ignore.until());
            }
        }

        /** A reading, a push or a link made by hand may have come between the comparison and the verdict. */
        private void demandStanding() {
            boolean stands = jdbc.sql(STANDS)
                    .param(conflict.number())
                    .query((row, n) -> row.getBoolean(1))
                    .single();
            if (!stands) throw new VerdictRefused(Why.CHANGED_SINCE);
        }

        /** The last day it is left as it is; the next comparison would open it again at once. */
        private void demandDayToCome(@Nullable LocalDate until) {
            if (until == null) return;
            boolean past = jdbc.sql("SELECT ? < current_date")
                    .param(until)
                    .query(Boolean.class)
                    .single();
            if (past) throw new VerdictRefused(Why.DAY_PAST, until);
        }

        private void acceptRemote(Verdict.AcceptRemote verdict) {
            Editor editor = new Editor(by, "UAVT uyuşmazlığı " + conflict.number() + ": " + verdict.reason());
            RemoteAccepted accepted = new RemoteAccepted(jdbc, new LocalChanges(jdbc, edits.within(jdbc), editor), by);
            switch (conflict.kind()) {
                case C03 -> {
                    if (conflict.local() != null)
                        links.endOf(conflict.level(), local(), by, Remark.of(Saying.LINKED_TO_ANOTHER));
                    accepted.add(entry());
                }
                case C04, C15 -> {
                    accepted.end(conflict.level(), local(), object());
                    links.endOf(conflict.level(), local(), by, Remark.of(Saying.ACCEPTED_AS_NONE));
                }
                case C11 -> accepted.follow(object(), entry(), fields());
                case C22 -> {
                    demandRead();
                    accepted.follow(object(), entry(), fields());
                }
                case C16, C17 -> throw new VerdictRefused(Why.CHOOSE_PAIR);
            }
        }

        private void sendLocal(Verdict.SendLocal verdict) {
            if (conflict.kind() != ConflictKind.C03 && conflict.local() != null) objectOf(local());
            switch (conflict.kind()) {
                case C03 -> outbox.retire(conflict.level(), code(), conflict.local(), by, verdict.reason());
                case C15 -> {
                    links.endOf(conflict.level(), local(), by, Remark.of(Saying.SENT_AS_NEW));
                    outbox.put(conflict.level(), local(), null, by, verdict.reason());
                }
                case C04 -> outbox.put(conflict.level(), local(), null, by, verdict.reason());
                case C11, C22 -> outbox.put(conflict.level(), local(), code(), by, verdict.reason());
                case C16, C17 -> throw new VerdictRefused(Why.CHOOSE_PAIR);
            }
        }

        private void link(Verdict.Link verdict) {
            UUID local = conflict.local() != null && conflict.kind() != ConflictKind.C03 ? local() : verdict.local();
            Long code =
                    conflict.code() != null && conflict.kind() != ConflictKind.C15 ? conflict.code() : verdict.code();
            if (local == null) throw new VerdictRefused(Why.NAME_OBJECT);
            if (code == null) throw new VerdictRefused(Why.GIVE_CODE);
            RegistryEntry entry = RegistryEntry.find(jdbc, conflict.level(), code)
                    .filter(RegistryEntry::active)
                    .orElseThrow(() -> new VerdictRefused(Why.NO_ACTIVE_ROW, conflict.level(), code));
            links.put(conflict.level(), entry.code(), local, objectOf(local), "HAND", by);
            outbox.cancelOvertaken();
        }

        private UUID objectOf(UUID local) {
            return jdbc.sql("SELECT object FROM registry.local WHERE level = ? AND id = ? LIMIT 1")
                    .params(word(), local)
                    .query(UUID.class)
                    .optional()
                    .orElseThrow(() -> new VerdictRefused(Why.NO_OBJECT, conflict.level(), local));
        }

        /** That the row had changed there was learnt from a refusal; to what, only a reading tells. */
        private void demandRead() {
            boolean read =
                    jdbc.sql(READ).param(conflict.number()).query(Boolean.class).single();
            if (!read) throw new VerdictRefused(Why.READ_FIRST, conflict.neighbourhood());
        }

        private RegistryEntry entry() {
            return RegistryEntry.find(jdbc, conflict.level(), code())
                    .orElseThrow(() -> new VerdictRefused(Why.ROW_UNKNOWN));
        }

        private List<String> fields() {
            return jdbc.sql("SELECT k FROM registry.conflict c, jsonb_object_keys(c.detail) k WHERE c.conflict_no = ?")
                    .param(conflict.number())
                    .query((row, n) -> row.getString("k"))
                    .list();
        }

        private String word() {
            return conflict.level().word();
        }

        private UUID local() {
            return Objects.requireNonNull(conflict.local());
        }

        private UUID object() {
            return Objects.requireNonNull(conflict.object());
        }

        private long code() {
            Long code = conflict.code();
            if (code == null) throw new VerdictRefused(Why.NO_ROW_NAMED);
            return code;
        }
    }
}
