package tr.kentatlas.spatial.ingest;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an import did, in numbers that add up: read = inserted + changed + unchanged + rejected, per type.
 *
 * @param skipped things the model has no place for, by what they are
 * @param unreadable single values left out of features that got in; each is in {@code ingest.reject} with its attribute
 * @param kept records whose objects were edited here since they were imported, and that were left as they are; counted as unchanged
 */
public record ImportReport(
        long importNo,
        String source,
        Map<String, TypeCounts> types,
        Map<String, Long> skipped,
        long unreadable,
        long kept) {

    /** The fate of one type's records. */
    public record TypeCounts(long read, long inserted, long changed, long unchanged, long rejected) {}

    public ImportReport {
        types = Collections.unmodifiableMap(new TreeMap<>(types));
        skipped = Collections.unmodifiableMap(new TreeMap<>(skipped));
    }

    /** The counts of one type; all zero for a type that did not occur. */
    public TypeCounts counts(String type) {
        return types.getOrDefault(type, new TypeCounts(0, 0, 0, 0, 0));
    }

    public long rejected() {
        return types.values().stream().mapToLong(TypeCounts::rejected).sum();
    }

    public long read() {
        return types.values().stream().mapToLong(TypeCounts::read).sum();
    }
}
