package tr.kentatlas.api.exchange.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Desk;
import tr.kentatlas.api.access.ServedEdition;
import tr.kentatlas.api.exchange.agreement.Agreements;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.feed.Side;
import tr.kentatlas.spatial.store.Edition;

/**
 * The moments of a partner's data, in order: each time the release pointer moved (a publication or a rollback) and each new version of
 * the agreement. Both only ever grow, so a moment once reached stays what it was.
 */
@Component
public final class Turns {
    private static final String TURN = """
            SELECT entry_no, release_no, action, at, is_withdrawn FROM (
                SELECT j.*, r.state = 'published' AS is_kept,
                       j.release_no IN (SELECT w.release_no FROM release.withdrawn w) AS is_withdrawn
                  FROM release.journal j JOIN release.release r USING (release_no)) t
            """;

    private final JdbcClient desk;
    private final Agreements agreements;
    private final ServedEdition served;

    /**
     * A move of the release pointer.
     *
     * @param isWithdrawn whether somebody has taken the release back since, and it is still kept
     */
    public record Turn(long number, long release, String action, Instant at, boolean isWithdrawn) {}

    Turns(@Desk JdbcClient desk, Agreements agreements, ServedEdition served) {
        this.desk = desk;
        this.agreements = agreements;
        this.served = served;
    }

    /**
     * The moment that follows; empty when there is none yet. From nothing it is the newest: who begins begins with what is served. None leads
     * to a release that was withdrawn or is not kept any more, and who has a withdrawn one is led away from it first.
     */
    Optional<Moment> after(long agreement, Moment known) {
        List<Agreements.Version> versions = agreements.versions(agreement);
        if (known.equals(Moment.NOTHING)) {
            return newest().map(turn -> new Moment(turn.number(), versions.size()));
        }
        Turn turn = one("WHERE entry_no > ? AND is_kept AND NOT is_withdrawn ORDER BY entry_no LIMIT 1", known.turn());
        Agreements.Version version = versions.stream()
                .filter(v -> v.version() > known.version())
                .findFirst()
                .orElse(null);
        if (turn == null && version == null) return Optional.empty();
        boolean turnFirst = version == null
                || (turn != null
                        && (!turn.at().isAfter(version.madeAt()) || turn(known).isWithdrawn()));
        return Optional.of(
                turnFirst && turn != null
                        ? new Moment(turn.number(), known.version())
                        : new Moment(known.turn(), version == null ? known.version() : version.version()));
    }

    /** The release of a moment through the agreement's version of that moment; gone when the release is not kept any more. */
    Side side(long agreement, Moment moment) {
        Turn turn = turn(moment);
        Edition edition = served.find(turn.release())
                .orElseThrow(() -> Problem.gone(Wording.of("feed.release-gone", turn.release())));
        Agreements.Version version = agreements.versions(agreement).stream()
                .filter(v -> v.version() == moment.version())
                .findFirst()
                .orElseThrow(Turns::unknown);
        return new Side(edition, version.terms().grant());
    }

    Turn turn(Moment moment) {
        Turn turn = one("WHERE entry_no = ?", moment.turn());
        if (turn == null) throw unknown();
        return turn;
    }

    /** The first rollback after a turn that took its release back, told as leading to another one. */
    Turn thatWithdrew(Turn withdrawn, long release) {
        Turn back = one(
                "WHERE action = 'rollback' AND entry_no > ? AND release_no < ? ORDER BY entry_no LIMIT 1",
                withdrawn.number(),
                withdrawn.release());
        if (back == null) throw unknown();
        return new Turn(back.number(), release, back.action(), back.at(), false);
    }

    private Optional<Turn> newest() {
        return Optional.ofNullable(one("WHERE entry_no > ? ORDER BY entry_no DESC LIMIT 1", 0));
    }

    private @Nullable Turn one(String where, Object... numbers) {
        return desk.sql(TURN + where)
                .params(numbers)
                .query((row, n) -> new Turn(
                        row.getLong("entry_no"),
                        row.getLong("release_no"),
                        row.getString("action"),
                        row.getTimestamp("at").toInstant(),
                        row.getBoolean("is_withdrawn")))
                .optional()
                .orElse(null);
    }

    private static Problem unknown() {
        return Problem.invalid("since", Wording.of("feed.other-feed"));
    }
}
