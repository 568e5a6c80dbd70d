package tr.kentatlas.spatial.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.locationtech.jts.geom.Coordinate;

/** Invert levels of a gravity network: from the lowest place upstream, every pipe rises at least four in a thousand. */
final class Falls {
    private static final double SLOPE = 0.004;
    private final Terrain terrain;
    private final Map<Coordinate, List<Reach>> reaches = new LinkedHashMap<>();
    private final Map<Coordinate, Double> inverts = new HashMap<>();

    private record Reach(Coordinate to, double length) {}

    private record Step(Coordinate at, double distance, double invert) {}

    Falls(Terrain terrain, List<Link> links) {
        this.terrain = terrain;
        for (Link link : links) {
            Coordinate a = link.line[0];
            Coordinate b = link.line[link.line.length - 1];
            reaches.computeIfAbsent(a, at -> new ArrayList<>()).add(new Reach(b, link.to - link.from));
            reaches.computeIfAbsent(b, at -> new ArrayList<>()).add(new Reach(a, link.to - link.from));
        }
        reaches.keySet().stream()
                .sorted((p, q) -> Double.compare(terrain.height(p), terrain.height(q)))
                .forEach(this::upstreamFrom);
    }

    double invert(Coordinate at) {
        return inverts.getOrDefault(at, 0.0);
    }

    double cover(Coordinate at) {
        return Plane.cm(Math.max(terrain.height(at), invert(at) + 1.2));
    }

    private void upstreamFrom(Coordinate outlet) {
        if (inverts.containsKey(outlet)) {
            return;
        }
        PriorityQueue<Step> open = new PriorityQueue<>((p, q) -> {
            int order = Double.compare(p.distance, q.distance);
            return order != 0 ? order : p.at.compareTo(q.at);
        });
        open.add(new Step(outlet, 0, terrain.height(outlet) - 4.5));
        while (!open.isEmpty()) {
            Step step = open.poll();
            if (inverts.putIfAbsent(step.at, Plane.cm(step.invert)) == null) {
                for (Reach reach : reaches.getOrDefault(step.at, List.of())) {
                    double rise = step.invert + SLOPE * reach.length + 0.02;
                    double invert = Math.max(rise, terrain.height(reach.to) - 3.5);
                    open.add(new Step(reach.to, step.distance + reach.length, invert));
                }
            }
        }
    }
}
