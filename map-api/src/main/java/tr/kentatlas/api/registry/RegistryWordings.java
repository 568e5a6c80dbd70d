package tr.kentatlas.api.registry;

import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.registry.conflict.VerdictRefused;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.ResultCode;
import tr.kentatlas.registry.pull.NotHeld;

/** Where the message files say what the synchronisation refuses, and what it says of its work. */
public final class RegistryWordings {
    private RegistryWordings() {}

    public static Wording of(VerdictRefused refused) {
        Object[] values = refused.values().stream().map(RegistryWordings::value).toArray();
        return Wording.of("registry.verdict." + refused.why().word(), values);
    }

    public static Wording of(NotHeld refused) {
        return Wording.of("registry.held." + refused.why().word(), refused.neighbourhood());
    }

    public static Wording of(Remark remark) {
        Object[] values = remark.values().stream().map(RegistryWordings::value).toArray();
        return Wording.of("remark." + remark.saying().word(), values);
    }

    public static Wording of(ResultCode code) {
        return Wording.of("result." + code.word());
    }

    public static Wording of(Level level) {
        return Wording.of("level." + level.word());
    }

    private static Object value(Object value) {
        return switch (value) {
            case Level level -> of(level);
            case ResultCode code -> of(code);
            case Remark remark -> of(remark);
            default -> value;
        };
    }
}
