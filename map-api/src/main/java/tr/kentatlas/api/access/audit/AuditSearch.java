package tr.kentatlas.api.access.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Desk;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.spatial.feature.time.CityTime;

/** Finds entries of the audit, and among them every change set of the working data, newest first, page by page from a known entry on. */
@Component
public final class AuditSearch {
    private static final LocalDate FIRST = LocalDate.of(1, 1, 2);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 30);
    private static final String SELECT =
            "SELECT journal, line, at, kind, caller, action, subject, release_no, items, detail::text"
                    + " FROM access.audit_and_changes";
    /** As the indexes have them: an agreement by whichever of its keys, and the feature types of an entry. */
    private static final String WITHOUT_KEY = "regexp_replace(caller, ' kent_[0-9a-f]{8}$', '')";

    private static final String LAYERS = "string_to_array(detail->>'layers', ' ')";

    private static final String ORDER = " ORDER BY at DESC, journal, line LIMIT :limit";

    /** What stands after an entry in that order; the first condition is for the index. */
    private static final String AFTER = "at <= :lastAt AND (at < :lastAt OR (journal, line) > (:journal, :line))";

    private final JdbcClient desk;

    AuditSearch(@Desk JdbcClient desk) {
        this.desk = desk;
    }

    /**
     * What is looked for; null for anything.
     *
     * @param caller the name; that of an agreement for whichever of its keys
     * @param action the whole of it or its beginning, like {@code read}
     * @param subject what it was done to, or a feature type among those told
     * @param from first day, in the city's time
     * @param until last day
     */
    public record Criteria(
            @Nullable String caller,
            @Nullable String kind,
            @Nullable String action,
            @Nullable String subject,
            @Nullable Long release,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        public Criteria {
            requireNear("from", from);
            requireNear("until", until);
        }

        /** No entry is of a year of more digits, and the database knows no such days. */
        private static void requireNear(String parameter, @Nullable LocalDate day) {
            if (day != null && (day.isBefore(FIRST) || day.isAfter(LAST)))
                throw Problem.invalid(parameter, "request.value");
        }
    }

    /** Which entry it is, and when it was; in an address its parts stand behind one another. */
    public record Place(Instant at, UUID journal, long line) {
        /**
         * Which one an address names.
         *
         * @throws IllegalArgumentException where it names none
         */
        public static Place of(String written) {
            String[] parts = written.split("_", -1);
            if (parts.length != 3) throw new IllegalArgumentException("no entry: " + written);
            try {
                return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]), Long.parseLong(parts[2]));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("no entry: " + written, e);
            }
        }

        @Override
        public String toString() {
            return at + "_" + journal + "_" + line;
        }
    }

    /** An entry as it is kept; {@code detail} is a JSON object. */
    public record Found(
            @JsonIgnore Place place,
            Instant at,
            String kind,
            String caller,
            String action,
            String subject,
            @Nullable Long release,
            long count,
            String detail) {}

    /** Those after an entry; from the newest on without one. However many there are, each costs the same. */
    public List<Found> after(@Nullable Place last, Criteria wanted, int limit) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = conditions(wanted, values);
        if (last != null) {
            conditions.add(AFTER);
            values.put("lastAt", last.at().atOffset(ZoneOffset.UTC));
            values.put("journal", last.journal());
            values.put("line", last.line());
        }
        return desk.sql(SELECT + where(conditions) + ORDER)
                .params(values)
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private static List<String> conditions(Criteria wanted, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        add("(caller = :caller OR " + WITHOUT_KEY + " = :caller)", "caller", wanted.caller(), conditions, values);
        add("kind = :kind", "kind", wanted.kind(), conditions, values);
        // The index finds both, since what is sought is known when the statement is planned.
        add("(action = :action OR starts_with(action, :action || '.'))", "action", wanted.action(), conditions, values);
        add(
                "(subject = :subject OR " + LAYERS + " @> ARRAY[CAST(:subject AS text)])",
                "subject",
                wanted.subject(),
                conditions,
                values);
        add("release_no = :release", "release", wanted.release(), conditions, values);
        add("at >= :from", "from", beginning(wanted.from()), conditions, values);
        LocalDate until = wanted.until();
        add("at < :until", "until", beginning(until == null ? null : until.plusDays(1)), conditions, values);
        return conditions;
    }

    private static void add(
            String condition,
            String name,
            @Nullable Object value,
            List<String> conditions,
            Map<String, Object> values) {
        if (value == null) return;
        conditions.add(condition);
        values.put(name, value);
    }

    private static @Nullable OffsetDateTime beginning(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(CityTime.ZONE).toOffsetDateTime();
    }

    private static Found read(ResultSet row) throws SQLException {
        Long release = row.getObject("release_no", Long.class);
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        return new Found(
                new Place(at, row.getObject("journal", UUID.class), row.getLong("line")),
                at,
                row.getString("kind"),
                row.getString("caller"),
                row.getString("action"),
                row.getString("subject"),
                release,
                row.getLong("items"),
                row.getString("detail"));
    }
}
