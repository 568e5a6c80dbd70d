package tr.kentatlas.registry.push;

import org.jspecify.annotations.Nullable;
import tr.kentatlas.registry.port.Remark;

/**
 * How a push went, in messages.
 *
 * @param waiting for a parent the registry does not know yet
 * @param stopped why it was stopped early; null when it was not
 */
public record PushReport(
        int acknowledged,
        int refused,
        int uncertain,
        int notDone,
        int waiting,
        @Nullable Remark stopped) {
    static PushReport stopped(Remark why) {
        return new PushReport(0, 0, 0, 0, 0, why);
    }
}
