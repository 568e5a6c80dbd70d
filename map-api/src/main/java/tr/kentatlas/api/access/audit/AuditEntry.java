package tr.kentatlas.api.access.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.access.Caller;

/**
 * One line of the audit: who, what, of which release, how many.
 *
 * @param caller name of the caller: account, partner or operator
 * @param action what was done, like {@code read.items} or {@code staff.roles}
 * @param subject what it was done to: a feature type, an account, an agreement
 * @param release of the data told; null for what has none
 * @param count of features told, or of things changed
 * @param detail what else must be known, by name; never personal values of features
 */
public record AuditEntry(
        Instant at,
        Caller.Kind kind,
        String caller,
        String action,
        String subject,
        @Nullable Long release,
        long count,
        Map<String, String> detail) {
    private static final int LONGEST = 500;

    public AuditEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
        caller = storable(caller);
        action = storable(action);
        subject = storable(subject);
        Map<String, String> copy = new LinkedHashMap<>();
        detail.forEach((name, value) -> copy.put(storable(name), storable(value)));
        detail = Collections.unmodifiableMap(copy);
    }

    /** Non-public features of one type were told. */
    public static AuditEntry read(Caller caller, String action, String type, long release, long count) {
        return new AuditEntry(Instant.now(), caller.kind(), caller.name(), action, type, release, count, Map.of());
    }

    /** Something was changed, or tried. */
    public static AuditEntry change(Caller.Kind kind, String caller, String action, String subject) {
        return new AuditEntry(Instant.now(), kind, caller, action, subject, null, 1, Map.of());
    }

    public AuditEntry with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(detail);
        more.put(name, value);
        return new AuditEntry(at, kind, caller, action, subject, release, count, more);
    }

    public AuditEntry counting(long items) {
        return new AuditEntry(at, kind, caller, action, subject, release, items, detail);
    }

    /** What a database's text can hold: no control characters, no half surrogates, no novels. */
    private static String storable(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> kept.appendCodePoint(isStorable(c) ? c : 0xFFFD));
        return kept.toString();
    }

    private static boolean isStorable(int codePoint) {
        return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
    }
}
