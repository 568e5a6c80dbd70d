package tr.kentatlas.registry.store;

import java.util.Locale;
import tr.kentatlas.registry.port.Level;

/** The words the tables use for levels. */
public final class Levels {
    private Levels() {}

    public static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    public static Level of(String word) {
        return Level.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
