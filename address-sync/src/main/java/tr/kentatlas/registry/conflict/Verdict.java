package tr.kentatlas.registry.conflict;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person decides about a conflict; the reason is kept with it. */
public sealed interface Verdict {
    String reason();

    /** The word tables, command line and web use for it. */
    default String word() {
        return switch (this) {
            case AcceptRemote a -> "accept-remote";
            case SendLocal s -> "send-local";
            case Link l -> "link";
            case Ignore i -> "ignore";
        };
    }

    /** What is meant by a word of {@link #word}, with what else was said; empty when it is none. */
    static Optional<Verdict> parse(
            String word, String reason, @Nullable UUID local, @Nullable Long code, @Nullable LocalDate until) {
        return Optional.ofNullable(
                switch (word) {
                    case "accept-remote" -> new AcceptRemote(reason);
                    case "send-local" -> new SendLocal(reason);
                    case "link" -> new Link(local, code, reason);
                    case "ignore" -> new Ignore(until, reason);
                    default -> null;
                });
    }

    /** The registry is right: the city's data follows it. */
    record AcceptRemote(String reason) implements Verdict {}

    /** The city is right: the registry is told. */
    record SendLocal(String reason) implements Verdict {}

    /**
     * The two belong together.
     *
     * @param local one of the city's objects, where the registry's row is given by the conflict
     * @param code a row of the registry, where the city's object is given by the conflict
     */
    record Link(@Nullable UUID local, @Nullable Long code, String reason) implements Verdict {}

    /**
     * It may stay as it is.
     *
     * @param until the last day of that, after which it comes back; null: until it changes
     */
    record Ignore(@Nullable LocalDate until, String reason) implements Verdict {}
}
