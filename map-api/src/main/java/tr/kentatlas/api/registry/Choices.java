package tr.kentatlas.api.registry;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tr.kentatlas.registry.conflict.ConflictKind;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.push.MessageState;

/**
 * What there are few of, each found by the word that people and programs use for it.
 *
 * @param word of one of them
 */
public record Choices<T>(List<T> all, Function<T, String> word) {
    public static final Choices<ConflictKind> KINDS = new Choices<>(List.of(ConflictKind.values()), ConflictKind::name);
    public static final Choices<Level> LEVELS = new Choices<>(List.of(Level.values()), Level::word);
    public static final Choices<MessageState> STATES =
            new Choices<>(List.of(MessageState.values()), MessageState::word);

    /** The one that is meant; empty when there is none of that name. */
    public Optional<T> find(String text) {
        return all.stream().filter(one -> word.apply(one).equals(text)).findFirst();
    }

    /** Their words in a row. */
    public String told() {
        return all.stream().map(word).collect(Collectors.joining(", "));
    }
}
