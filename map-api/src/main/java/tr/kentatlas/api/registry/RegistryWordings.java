package tr.kentatlas.api.registry;

import java.util.Locale;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.registry.conflict.VerdictRefused;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.pull.NotHeld;
import tr.kentatlas.registry.store.Levels;

/** Where the message files say what the synchronisation refuses, and what it says of its work. */
public final class RegistryWordings {
    private RegistryWordings() {}

    public static Wording of(VerdictRefused refused) {
        Object[] values = refused.values().stream().map(RegistryWordings::value).toArray();
        return Wording.of("registry.decision." + key(refused.why()), values);
    }

    public static Wording of(NotHeld refused) {
        return Wording.of("registry.held." + key(refused.why()), refused.neighbourhood());
    }

    public static Wording of(Remark remark) {
        Object[] values = remark.values().stream().map(RegistryWordings::value).toArray();
        return Wording.of("remark." + remark.saying().word(), values);
    }

    public static Wording of(ResultCode code) {
        return Wording.of("result." + key(code));
    }

    private static Object value(Object value) {
        return switch (value) {
            case Level level -> Wording.of("level." + Levels.word(level));
            case ResultCode code -> of(code);
            case Remark remark -> of(remark);
            default -> value;
        };
    }

    private static String key(Enum<?> why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
