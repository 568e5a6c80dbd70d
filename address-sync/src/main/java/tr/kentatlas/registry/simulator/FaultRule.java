package tr.kentatlas.registry.simulator;

/**
 * When the simulator misbehaves, and how.
 *
 * @param operation name of the operation, or {@value #ANY}
 * @param from the first call of that kind it happens to, counted from 1 when the rule is given
 * @param times how many calls it happens to at most
 * @param probability from 0 to 1, drawn with the simulator's seed
 */
public record FaultRule(FaultMode mode, String operation, int from, int times, double probability) {
    /** In place of an operation's name: all of them. */
    public static final String ANY = "*";

    public FaultRule {
        if (from < 1 || times < 1 || !(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("A fault needs from >= 1, times >= 1 and 0 <= probability <= 1.");
        }
    }

    /** The next call of an operation, once. */
    public static FaultRule once(FaultMode mode, String operation) {
        return new FaultRule(mode, operation, 1, 1, 1);
    }

    /** Every call from now on. */
    public static FaultRule always(FaultMode mode, String operation) {
        return new FaultRule(mode, operation, 1, Integer.MAX_VALUE, 1);
    }

    /** Some calls, drawn. */
    public static FaultRule sometimes(FaultMode mode, String operation, double probability) {
        return new FaultRule(mode, operation, 1, Integer.MAX_VALUE, probability);
    }
}
