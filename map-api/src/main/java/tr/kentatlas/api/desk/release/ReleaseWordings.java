package tr.kentatlas.api.desk.release;

import java.util.List;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.release.ReleaseCheck.Outcome;
import tr.kentatlas.spatial.release.ReleaseRefused;

/** Where the message files say why a step of a release is refused, at the desk and by command alike. */
public final class ReleaseWordings {
    private ReleaseWordings() {}

    public static Wording of(ReleaseRefused refused) {
        Object[] values = refused.values().stream().map(ReleaseWordings::value).toArray();
        return Wording.of("release.refused." + refused.why().word(), values);
    }

    private static Object value(Object value) {
        return switch (value) {
            case List<?> several -> several.stream().map(ReleaseWordings::value).toList();
            case Outcome open ->
                Wording.of(
                        "release.open",
                        open.ruleId(),
                        Wording.of("release.severity." + open.severity().word()),
                        open.found());
            case Approval body -> Wording.of("release.body." + body.word());
            default -> value;
        };
    }
}
