package tr.kentatlas.api.exchange.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.exchange.agreement.Standing.State;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.word.Worded;

/** The agreements as kept in schema {@code exchange}; nothing of them is ever deleted or changed but a state. */
public final class Agreements {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT = """
            SELECT a.agreement_id, a.state, a.reason, a.since, v.version, v.made_at, v.terms
              FROM exchange.agreement a JOIN exchange.agreement_version v USING (agreement_id)
            """;
    private static final String NEWEST =
            " v.version = (SELECT max(version) FROM exchange.agreement_version w WHERE w.agreement_id = a.agreement_id)";

    private final JdbcClient desk;
    private final TransactionTemplate together;

    /** One entry of an agreement's history. */
    public record Turn(State state, @Nullable String reason, String person, Instant at) {}

    /** When a version was made, and by whom. */
    public record Version(int version, Instant madeAt, String madeBy, Terms terms) {}

    /**
     * @param desk reads and writes as {@code kent_desk}
     * @param together transactions of that very client
     */
    public Agreements(JdbcClient desk, TransactionTemplate together) {
        this.desk = desk;
        this.together = together;
    }

    /** All, by number; each with its newest version. */
    public List<Agreement> list() {
        return desk.sql(SELECT + " WHERE" + NEWEST + " ORDER BY a.number")
                .query((row, n) -> agreement(row))
                .list();
    }

    public Optional<Agreement> find(long id) {
        return desk.sql(SELECT + " WHERE a.agreement_id = ? AND" + NEWEST)
                .param(id)
                .query((row, n) -> agreement(row))
                .optional();
    }

    public Optional<Agreement> findByNumber(String number) {
        return desk.sql(SELECT + " WHERE a.number = ? AND" + NEWEST)
                .param(number)
                .query((row, n) -> agreement(row))
                .optional();
    }

    public Agreement require(long id) {
        return find(id).orElseThrow(() -> Problem.notFound(Wording.of("agreement.none", id)));
    }

    /** Writes a new agreement as a draft. */
    public Agreement add(Terms terms, String person) {
        try {
            return inOne(() -> {
                long id = desk.sql(
                                "INSERT INTO exchange.agreement (number, state) VALUES (?, 'draft') RETURNING agreement_id")
                        .param(terms.number())
                        .query(Long.class)
                        .single();
                insertVersion(id, 1, terms, person);
                note(id, State.DRAFT, null, person);
                return require(id);
            });
        } catch (DuplicateKeyException e) {
            throw Problem.invalid("number", "agreement.exists", terms.number());
        }
    }

    /**
     * Puts a new version beside the ones before; it holds from now on.
     *
     * @param seen the version it was made from
     */
    public Agreement amend(long id, int seen, Terms terms, String person) {
        return inOne(() -> {
            Agreement before = locked(id);
            if (!before.number().equals(terms.number()))
                throw Problem.invalid("number", "agreement.number-stays", before.number());
            before.requireNotRevoked();
            requireNewest(before, seen);
            insertVersion(id, before.version() + 1, terms, person);
            return require(id);
        });
    }

    /** Refuses what was decided about a version that is not the newest any more; it stays so until the transaction ends. */
    public void requireNewest(long id, int seen) {
        together.executeWithoutResult(status -> requireNewest(locked(id), seen));
    }

    private void requireNewest(Agreement now, int seen) {
        if (now.version() == seen) return;
        Version newest = versions(now.id()).getLast();
        throw Problem.conflict(Wording.of("agreement.stale", seen, newest.version(), newest.madeBy()));
    }

    /** Changes the state; the reason is what the partner is told, and nobody is stopped without one. */
    public Agreement turn(long id, State next, @Nullable String reason, String person) {
        requireReason(next, reason);
        return inOne(() -> {
            Agreement before = locked(id);
            State now = before.standing().state();
            if (!now.mayBecome(next)) {
                throw Problem.invalid("state", "agreement.cannot-become", word(now), word(next));
            }
            if (next == State.ACTIVE && before.terms().isOverAt(Instant.now())) {
                throw Problem.invalid("until", "agreement.over", before.terms().until());
            }
            put(id, next, reason, person);
            return require(id);
        });
    }

    /** Refuses to stop an agreement without saying why. */
    public static void requireReason(State next, @Nullable String reason) {
        if (next.needsReason() && (reason == null || reason.isBlank()))
            throw Problem.invalid("reason", "agreement.reason");
    }

    /** Writes down what the calendar has ended: whatever is open, and past its last day. The numbers of those agreements. */
    public List<String> expire(Instant now, String person) {
        return list().stream()
                .filter(agreement -> agreement.isOverdueAt(now))
                .filter(agreement -> isExpiredNow(agreement.id(), now, person))
                .map(Agreement::number)
                .toList();
    }

    /** Another node, or an amendment, may have come first. */
    private boolean isExpiredNow(long id, Instant now, String person) {
        return inOne(() -> {
            boolean overdue = locked(id).isOverdueAt(now);
            if (overdue) put(id, State.EXPIRED, null, person);
            return overdue;
        });
    }

    private void put(long id, State next, @Nullable String reason, String person) {
        desk.sql("UPDATE exchange.agreement SET state = ?, reason = ?, since = now() WHERE agreement_id = ?")
                .param(next.word())
                .param(reason)
                .param(id)
                .update();
        note(id, next, reason, person);
    }

    private static Wording word(State state) {
        return Wording.of("agreement.state." + state.word());
    }

    /** Oldest first. */
    public List<Turn> history(long id) {
        return desk.sql(
                        "SELECT state, reason, person, at FROM exchange.agreement_state WHERE agreement_id = ? ORDER BY entry_no")
                .param(id)
                .query((row, n) -> new Turn(
                        Worded.of(State.class, row.getString("state")),
                        row.getString("reason"),
                        row.getString("person"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** Oldest first. */
    public List<Version> versions(long id) {
        return desk.sql("SELECT version, made_at, made_by, terms FROM exchange.agreement_version"
                        + " WHERE agreement_id = ? ORDER BY version")
                .param(id)
                .query((row, n) -> new Version(
                        row.getInt("version"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getString("made_by"),
                        terms(row.getString("terms"))))
                .list();
    }

    private Agreement locked(long id) {
        require(id);
        desk.sql("SELECT agreement_id FROM exchange.agreement WHERE agreement_id = ? FOR UPDATE")
                .param(id)
                .query(Long.class)
                .single();
        return require(id);
    }

    private void insertVersion(long id, int version, Terms terms, String person) {
        desk.sql(
                        "INSERT INTO exchange.agreement_version (agreement_id, version, terms, made_by) VALUES (?, ?, ?::jsonb, ?)")
                .params(id, version, TermsJson.write(terms).toString(), person)
                .update();
    }

    private void note(long id, State state, @Nullable String reason, String person) {
        desk.sql("INSERT INTO exchange.agreement_state (agreement_id, state, reason, person) VALUES (?, ?, ?, ?)")
                .param(id)
                .param(state.word())
                .param(reason)
                .param(person)
                .update();
    }

    private <T> T inOne(Supplier<T> work) {
        return Objects.requireNonNull(together.execute(status -> work.get()));
    }

    private static Agreement agreement(ResultSet row) throws SQLException {
        Timestamp since = row.getTimestamp("since");
        return new Agreement(
                row.getLong("agreement_id"),
                row.getInt("version"),
                row.getTimestamp("made_at").toInstant(),
                terms(row.getString("terms")),
                new Standing(
                        Worded.of(State.class, row.getString("state")), row.getString("reason"), since.toInstant()));
    }

    private static Terms terms(String json) {
        return TermsReader.stored(JSON.readTree(json));
    }
}
