package tr.kentatlas.registry.push;

/**
 * How a push went, in messages.
 *
 * @param waiting for a parent the registry does not know yet
 * @param stopped why it was stopped early; empty when it was not
 */
public record PushReport(int acknowledged, int refused, int uncertain, int notDone, int waiting, String stopped) {
    static PushReport stopped(String why) {
        return new PushReport(0, 0, 0, 0, 0, why);
    }
}
