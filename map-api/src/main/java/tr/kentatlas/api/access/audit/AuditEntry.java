package tr.kentatlas.api.access.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.access.Caller;
import tr.kentatlas.api.access.Staff;

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
    /** The feature types an entry tells of; its subject where there is one. */
    static final String LAYERS = "layers";

    /** Begins the name of a condition that somebody tried, which is kept whole: what it asked is what it told. */
    public static final String ROWS = "rows of ";

    private static final int LONGEST = 500;
    private static final int LONGEST_WHOLE = 5_000;

    public AuditEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
        caller = storable(caller);
        action = storable(action);
        subject = storable(subject);
        Map<String, String> copy = new LinkedHashMap<>();
        detail.forEach((name, value) -> copy.put(storable(name), storable(value, longest(name))));
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

    /** Somebody at the desk changed something, or tried. */
    public static AuditEntry deed(Staff staff, String action, String subject) {
        return change(Caller.Kind.STAFF, staff.account(), action, subject);
    }

    public AuditEntry with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(detail);
        more.put(name, value);
        return new AuditEntry(at, kind, caller, action, subject, release, count, more);
    }

    /** Feature types by which the entry is found like one of each of them. */
    public AuditEntry withLayers(Collection<String> types) {
        return with(LAYERS, String.join(" ", types));
    }

    public AuditEntry ofRelease(long number) {
        return new AuditEntry(at, kind, caller, action, subject, number, count, detail);
    }

    public AuditEntry counting(long items) {
        return new AuditEntry(at, kind, caller, action, subject, release, items, detail);
    }

    /** What a database's text can hold: no control characters, no half surrogates, no novels. */
    private static String storable(String text) {
        return storable(text, LONGEST);
    }

    /** Types come from the model, never from a caller, and none of them may be missing. */
    private static int longest(String name) {
        return name.equals(LAYERS) || name.startsWith(ROWS) ? LONGEST_WHOLE : LONGEST;
    }

    private static String storable(String text, int longest) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().limit(longest).forEach(c -> kept.appendCodePoint(isStorable(c) ? c : 0xFFFD));
        return kept.toString();
    }

    private static boolean isStorable(int codePoint) {
        return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
    }
}
