package tr.kentatlas.registry.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything the simulator was sent, in order: the proof that nothing was lost and nothing done twice. */
public final class Journal {
    private final List<Entry> entries = new ArrayList<>();

    /**
     * One delivery of one request.
     *
     * @param request IstekNo of a write or a question for one; null for a read
     * @param fault what the simulator did wrong with it; null for nothing
     * @param result the registry's code for what it did; null when it did nothing
     * @param effect whether this delivery changed the registry
     * @param code the row it concerned; null when there is none
     */
    public record Entry(
            int number,
            Instant at,
            String operation,
            @Nullable String request,
            @Nullable FaultMode fault,
            @Nullable Integer result,
            Effect effect,
            @Nullable Long code) {}

    /** What a delivery did to the registry. */
    public enum Effect {
        CHANGED,
        NOTHING
    }

    synchronized void add(
            Instant at, String operation, @Nullable String request, @Nullable FaultMode fault, Optional<Reply> reply) {
        entries.add(new Entry(
                entries.size() + 1,
                at,
                operation,
                request,
                fault,
                reply.map(Reply::result).orElse(null),
                reply.filter(Reply::changed).isPresent() ? Effect.CHANGED : Effect.NOTHING,
                reply.map(Reply::code).orElse(null)));
    }

    /** All deliveries so far. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Requests that changed the registry more than once: always empty, or the simulator is wrong. */
    public List<String> doubled() {
        Set<String> seen = new HashSet<>();
        return entries().stream()
                .filter(entry -> entry.effect() == Effect.CHANGED)
                .map(entry -> String.valueOf(entry.request()))
                .filter(request -> !seen.add(request))
                .distinct()
                .toList();
    }
}
