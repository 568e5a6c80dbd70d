package tr.kentatlas.spatial.word;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A constant that has a word outside the code: in tables, documents and message files, and on the command line. */
public interface Worded {
    /** The constant's own. */
    String name();

    /** Like {@code too-far} for {@code TOO_FAR}. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a word; empty when none has it. */
    static <E extends Enum<E> & Worded> Optional<E> find(Class<E> kind, String word) {
        return Stream.of(kind.getEnumConstants())
                .filter(one -> one.word().equals(word))
                .findFirst();
    }

    /** The constant of a word that one has; any other text is an {@link IllegalArgumentException}. */
    static <E extends Enum<E> & Worded> E of(Class<E> kind, String word) {
        return find(kind, word)
                .orElseThrow(() -> new IllegalArgumentException("no " + kind.getSimpleName() + " is called " + word));
    }
}
