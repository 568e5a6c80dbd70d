package tr.kentatlas.registry.conflict;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.conflict.DecisionRefused.Why;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.push.Outbox;
import tr.kentatlas.registry.store.Levels;
import tr.kentatlas.registry.store.Links;
import tr.kentatlas.registry.store.RegistryEntry;
import tr.kentatlas.registry.store.RegistryStore;
import tr.kentatlas.spatial.store.edit.Editor;
import tr.kentatlas.spatial.store.edit.WorkingEdits;

/**
 * Carries out what a person decided about a conflict, wholly or not at all: the decision, kept with its reason and its author, and what
 * it changes are one transaction. A change of the city's data also carries both in its own history.
 */
public final class Decisions {
    /** Its neighbourhood was read since, or the version known of the row is newer than the one the refused message named. */
    private static final String READ = """
            SELECT EXISTS (SELECT FROM registry.pull p
                           WHERE p.neighbourhood = c.neighbourhood AND p.completed_start > c.found_at)
                OR EXISTS (SELECT FROM registry.entry e JOIN registry.outbox o ON o.level = e.level AND o.code = e.code
                           WHERE e.level = c.level AND e.code = c.code AND e.version > o.version
                             AND o.state = 'rejected' AND o.answered_at >= c.found_at)
            FROM registry.conflict c WHERE c.conflict_no = ?
            """;

    private final RegistryStore store;
    private final WorkingEdits edits;

    public Decisions(RegistryStore store, WorkingEdits edits) {
        this.store = store;
        this.edits = edits;
    }

    /**
     * Tells {@code witness} of the decision before it stands: what it cannot record does not happen.
     *
     * @throws DecisionRefused when it cannot be carried out
     */
    public void decide(long conflictNo, Decision decision, String by, Runnable witness) {
        decide(conflictNo, decision, by, jdbc -> {}, witness);
    }

    /** One of many: carried out only while the conflict is as somebody looked at it; otherwise {@link DecisionRefused}, nothing changed. */
    public void decide(Seen seen, Decision decision, String by, Runnable witness) {
        decide(seen.conflict(), decision, by, jdbc -> demandUnchanged(jdbc, seen), witness);
    }

    private void decide(long number, Decision decision, String by, Consumer<JdbcClient> demand, Runnable witness) {
        if (decision.reason().isBlank()) throw new DecisionRefused(Why.NO_REASON);
        store.alone(by, jdbc -> {
            Conflict conflict = Conflicts.find(jdbc, number)
                    .filter(one -> one.state().isUndecided())
                    .orElseThrow(() -> new DecisionRefused(Why.NOT_OPEN, number));
            demand.accept(jdbc);
            new Case(jdbc, conflict, by).carryOut(decision);
            keep(jdbc, conflict, decision, by);
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
            throw new DecisionRefused(Why.CHANGED_SINCE);
        }
    }

    private static void keep(JdbcClient jdbc, Conflict conflict, Decision decision, String by) {
        ConflictState state = decision instanceof Decision.Ignore ? ConflictState.IGNORED : ConflictState.DECIDED;
        jdbc.sql("UPDATE registry.conflict SET state = ?, decision = ?, decided_by = ?, decided_at = now(), reason = ?,"
                        + " ignore_until = ? WHERE conflict_no = ?")
                .params(java.util.Arrays.asList(
                        state.word(),
                        decision.word(),
                        by,
                        decision.reason(),
                        decision instanceof Decision.Ignore ignore ? ignore.until() : null,
                        conflict.number()))
                .update();
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

        void carryOut(Decision decision) {
            switch (decision) {
                case Decision.AcceptRemote accept -> acceptRemote(accept);
                case Decision.SendLocal send -> sendLocal(send);
                case Decision.Link link -> link(link);
                case Decision.Ignore ignore -> demandDayToCome(ignore.until());
            }
        }

        /** The last day it is left as it is; the next comparison would open it again at once. */
        private void demandDayToCome(@Nullable LocalDate until) {
            if (until == null) return;
            boolean past = jdbc.sql("SELECT ? < current_date")
                    .param(until)
                    .query(Boolean.class)
                    .single();
            if (past) throw new DecisionRefused(Why.DAY_PAST, until);
        }

        private void acceptRemote(Decision.AcceptRemote decision) {
            Editor editor = new Editor(by, "UAVT uyuşmazlığı " + conflict.number() + ": " + decision.reason());
            RemoteAccepted accepted = new RemoteAccepted(jdbc, new LocalChanges(jdbc, edits.within(jdbc), editor), by);
            switch (conflict.kind()) {
                case C03 -> accepted.add(entry());
                case C04, C15 -> {
                    accepted.end(conflict.level(), local(), object());
                    links.endOf(conflict.level(), local(), by, Remark.of(Saying.ACCEPTED_AS_NONE));
                }
                case C11 -> accepted.follow(object(), entry(), fields());
                case C22 -> {
                    demandRead();
                    accepted.follow(object(), entry(), fields());
                }
                case C16, C17 -> throw new DecisionRefused(Why.CHOOSE_PAIR);
            }
        }

        private void sendLocal(Decision.SendLocal decision) {
            switch (conflict.kind()) {
                case C03 -> outbox.retire(conflict.level(), code(), conflict.local(), by, decision.reason());
                case C15 -> {
                    links.endOf(conflict.level(), local(), by, Remark.of(Saying.SENT_AS_NEW));
                    outbox.put(conflict.level(), local(), null, by, decision.reason());
                }
                case C04 -> outbox.put(conflict.level(), local(), null, by, decision.reason());
                case C11, C22 -> outbox.put(conflict.level(), local(), code(), by, decision.reason());
                case C16, C17 -> throw new DecisionRefused(Why.CHOOSE_PAIR);
            }
        }

        private void link(Decision.Link decision) {
            UUID local = conflict.local() != null && conflict.kind() != ConflictKind.C03 ? local() : decision.local();
            Long code =
                    conflict.code() != null && conflict.kind() != ConflictKind.C15 ? conflict.code() : decision.code();
            if (local == null) throw new DecisionRefused(Why.NAME_OBJECT);
            if (code == null) throw new DecisionRefused(Why.GIVE_CODE);
            RegistryEntry entry = RegistryEntry.find(jdbc, conflict.level(), code)
                    .filter(RegistryEntry::active)
                    .orElseThrow(() -> new DecisionRefused(Why.NO_ACTIVE_ROW, conflict.level(), code));
            links.put(conflict.level(), entry.code(), local, objectOf(local), "HAND", by);
        }

        private UUID objectOf(UUID local) {
            return jdbc.sql("SELECT object FROM registry.local WHERE level = ? AND id = ? LIMIT 1")
                    .params(word(), local)
                    .query(UUID.class)
                    .optional()
                    .orElseThrow(() -> new DecisionRefused(Why.NO_OBJECT, conflict.level(), local));
        }

        /** That the row had changed there was learnt from a refusal; to what, only a reading tells. */
        private void demandRead() {
            boolean read =
                    jdbc.sql(READ).param(conflict.number()).query(Boolean.class).single();
            if (!read) throw new DecisionRefused(Why.READ_FIRST, conflict.neighbourhood());
        }

        private RegistryEntry entry() {
            return RegistryEntry.find(jdbc, conflict.level(), code())
                    .orElseThrow(() -> new DecisionRefused(Why.ROW_UNKNOWN));
        }

        private List<String> fields() {
            return jdbc.sql("SELECT k FROM registry.conflict c, jsonb_object_keys(c.detail) k WHERE c.conflict_no = ?")
                    .param(conflict.number())
                    .query((row, n) -> row.getString("k"))
                    .list();
        }

        private String word() {
            return Levels.word(conflict.level());
        }

        private UUID local() {
            return Objects.requireNonNull(conflict.local());
        }

        private UUID object() {
            return Objects.requireNonNull(conflict.object());
        }

        private long code() {
            Long code = conflict.code();
            if (code == null) throw new DecisionRefused(Why.NO_ROW_NAMED);
            return code;
        }
    }
}
