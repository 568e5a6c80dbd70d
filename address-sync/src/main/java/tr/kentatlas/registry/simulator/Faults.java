package tr.kentatlas.registry.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The faults that are switched on. */
public final class Faults {
    private final Random random;
    private final List<Active> active = new ArrayList<>();

    Faults(long seed) {
        this.random = new Random(seed);
    }

    /** Switches a fault on, beside those that are on already; the first that fits a call wins. */
    public synchronized void add(FaultRule rule) {
        active.add(new Active(rule));
    }

    /** Switches all faults off. */
    public synchronized void clear() {
        active.clear();
    }

    /** What happens to this call. */
    synchronized Optional<FaultMode> next(String operation) {
        Optional<FaultMode> hit = Optional.empty();
        for (Active fault : active) {
            boolean fits = fault.counts(operation);
            if (fits && hit.isEmpty() && fault.strikes(random)) {
                hit = Optional.of(fault.rule.mode());
            }
        }
        return hit;
    }

    private static final class Active {
        private final FaultRule rule;
        private int calls;
        private int strikes;

        Active(FaultRule rule) {
            this.rule = rule;
        }

        boolean counts(String operation) {
            boolean mine =
                    rule.operation().equals(FaultRule.ANY) || rule.operation().equals(operation);
            calls += mine ? 1 : 0;
            return mine && calls >= rule.from() && strikes < rule.times();
        }

        boolean strikes(Random random) {
            boolean struck = rule.probability() >= 1 || random.nextDouble() < rule.probability();
            strikes += struck ? 1 : 0;
            return struck;
        }
    }
}
