package tr.kentatlas.api.registry;

import java.util.Locale;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.registry.conflict.DecisionRefused;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.pull.NotHeld;
import tr.kentatlas.registry.store.Levels;

/** Where the message files say what the synchronisation refuses. */
public final class RegistryWordings {
    private RegistryWordings() {}

    public static Wording of(DecisionRefused refused) {
        Object[] values = refused.values().stream().map(RegistryWordings::value).toArray();
        return Wording.of("registry.decision." + key(refused.why()), values);
    }

    public static Wording of(NotHeld refused) {
        return Wording.of("registry.held." + key(refused.why()), refused.neighbourhood());
    }

    private static Object value(Object value) {
        return value instanceof Level level ? Wording.of("level." + Levels.word(level)) : value;
    }

    private static String key(Enum<?> why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
