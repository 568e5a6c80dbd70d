package tr.kentatlas.spatial.planning.walk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tr.kentatlas.spatial.planning.walk.WalkDistances.Stretch;

/** Puts stretches of one edge together where they touch. */
final class Stretches {
    private Stretches() {}

    static List<Stretch> joined(List<Stretch> stretches) {
        if (stretches.size() < 2) return stretches;
        List<Stretch> sorted = new ArrayList<>(stretches);
        sorted.sort(Comparator.comparingDouble(Stretch::low));
        List<Stretch> joined = new ArrayList<>();
        Stretch open = sorted.getFirst();
        for (Stretch next : sorted.subList(1, sorted.size())) {
            if (next.low() > open.high()) {
                joined.add(open);
                open = next;
            } else {
                open = new Stretch(open.edge(), open.low(), Math.max(open.high(), next.high()));
            }
        }
        joined.add(open);
        return joined;
    }
}
