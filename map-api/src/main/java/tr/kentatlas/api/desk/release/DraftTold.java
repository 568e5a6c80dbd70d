package tr.kentatlas.api.desk.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.model.Text;

/**
 * The draft as the data steward judges it.
 *
 * @param rules every rule of the last check, the gravest first
 */
record DraftTold(
        long number,
        @Nullable String note,
        Instant createdAt,
        String createdBy,
        @Nullable Instant checkedAt,
        List<Theme> themes,
        List<Rule> rules) {

    /**
     * A theme with its content.
     *
     * @param needs the body whose decision it needs
     * @param served its rows in the release that is served
     * @param difference null where nothing is known against what is served now
     * @param decision what approves this very content
     */
    record Theme(
            String name,
            Text title,
            String needs,
            long rows,
            long served,
            @Nullable Difference difference,
            @Nullable Decision decision) {}

    /** How many objects are new, have another version, or are gone against the release that is served. */
    record Difference(long added, long changed, long gone) {}

    record Decision(String body, String number, LocalDate date, String person) {}

    /**
     * What a rule found.
     *
     * @param kept how many of them are there to be looked at
     * @param hint how an editor mends it
     * @param accepted who answers for as many as were found
     * @param earlier why somebody answered for this rule in a release before, the latest of them
     */
    record Rule(
            String id,
            String severity,
            long found,
            long kept,
            Text title,
            Text hint,
            @Nullable Acceptance accepted,
            @Nullable String earlier) {}

    record Acceptance(String reason, String person, Instant at) {}
}
