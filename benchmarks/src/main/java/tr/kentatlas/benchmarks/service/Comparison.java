package tr.kentatlas.benchmarks.service;

import java.io.IOException;
import java.util.Locale;

/**
 * Ours beside a floor, measured in turn.
 *
 * @param target the ratio to reach; 0 where none is set
 */
record Comparison(String what, String floorName, Rate floor, Rate ours, double target, Figure floors, Figure own) {
    /** Something that can be driven for some seconds. */
    @FunctionalInterface
    interface Rate {
        double perSecond(int seconds) throws IOException, InterruptedException;
    }

    Comparison(String what, String floorName, Rate floor, Rate ours, double target) {
        this(what, floorName, floor, ours, target, new Figure(), new Figure());
    }

    void run(int warmUp, int rounds, int seconds) throws IOException, InterruptedException {
        floor.perSecond(Math.max(1, warmUp / 3));
        ours.perSecond(warmUp);
        for (int i = 0; i < rounds; i++) {
            floors.add(floor.perSecond(seconds));
            own.add(ours.perSecond(seconds));
        }
        System.out.println(row());
    }

    double ratio() {
        return own.median() / floors.median();
    }

    /** A row of the table. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | **%.2f** | %s | %s | %s: %s |",
                what,
                ratio(),
                target == 0 ? "" : "≥ " + target + (ratio() >= target ? "" : " (not reached)"),
                own.text("/s"),
                floorName,
                floors.text("/s"));
    }
}
