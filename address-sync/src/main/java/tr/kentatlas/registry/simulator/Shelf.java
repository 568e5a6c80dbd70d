package tr.kentatlas.registry.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows of one kind by code. What was written a moment ago is true at once but shown to readers only later. */
final class Shelf<T> {
    private final TreeMap<Long, Slot<T>> slots = new TreeMap<>();

    /** The row as the registry knows it. */
    Optional<T> get(long code) {
        return Optional.ofNullable(slots.get(code)).map(slot -> slot.latest);
    }

    void put(long code, T row, Instant visibleFrom) {
        Slot<T> before = slots.get(code);
        slots.put(code, before == null ? new Slot<>(row, visibleFrom, null) : new Slot<>(row, visibleFrom, before));
    }

    boolean has(long code) {
        return slots.containsKey(code);
    }

    /** The rows as the registry knows them, in the order of their codes. */
    List<T> all() {
        return slots.values().stream().map(slot -> slot.latest).toList();
    }

    /** The rows as readers see them at a moment. */
    List<T> visible(Instant now) {
        List<T> rows = new ArrayList<>();
        slots.values().forEach(slot -> add(rows, slot, now));
        return rows;
    }

    private static <T> void add(Collection<T> rows, Slot<T> newest, Instant now) {
        Slot<T> slot = newest;
        while (slot.before != null && slot.visibleFrom.isAfter(now)) {
            slot = slot.before;
        }
        if (!slot.visibleFrom.isAfter(now)) {
            rows.add(slot.latest);
        }
    }

    private record Slot<T>(
            T latest, Instant visibleFrom, @Nullable Slot<T> before) {
        /** Only what a reader may still see is kept of the past. */
        Slot {
            boolean settled = before != null
                    && before.before() != null
                    && !before.visibleFrom().isAfter(visibleFrom);
            before = settled && before != null ? new Slot<>(before.latest(), before.visibleFrom(), null) : before;
        }
    }
}
