package tr.kentatlas.spatial.planning.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * How far it is on foot from the nearest of several starts to every place: Dijkstra's algorithm from all starts at once. The straight way
 * between a place and its street counts as walked. A start in the middle of an edge reaches both of its ends and what lies on the edge.
 */
public final class WalkDistances {
    /** How many nodes are settled before it is asked again whether anybody still waits. */
    private static final int BREATH = 1024;

    private final WalkGraph graph;
    private final List<Location> starts;
    private final double[] metres;
    private final int[] nearest;
    /** The starts on an edge as a chain: the first of an edge, the next of a start; -1 ends it. */
    private final int[] firstOnEdge;

    private final int[] nextOnEdge;

    private WalkDistances(WalkGraph graph, List<Location> starts) {
        this.graph = graph;
        this.starts = List.copyOf(starts);
        metres = new double[graph.nodes()];
        nearest = new int[graph.nodes()];
        firstOnEdge = new int[graph.edges()];
        nextOnEdge = new int[starts.size()];
        Arrays.fill(metres, Double.POSITIVE_INFINITY);
        Arrays.fill(nearest, -1);
        Arrays.fill(firstOnEdge, -1);
    }

    /**
     * Measures from all starts.
     *
     * @param isStopped asked now and then; true ends it with a {@link CancellationException}
     */
    public static WalkDistances from(WalkGraph graph, List<Location> starts, BooleanSupplier isStopped) {
        WalkDistances distances = new WalkDistances(graph, starts);
        distances.spread(distances.begin(), isStopped);
        return distances;
    }

    private NodeHeap begin() {
        NodeHeap heap = new NodeHeap(metres);
        for (int s = starts.size() - 1; s >= 0; s--) {
            Location at = starts.get(s);
            nextOnEdge[s] = firstOnEdge[at.edge()];
            firstOnEdge[at.edge()] = s;
        }
        for (int s = 0; s < starts.size(); s++) {
            Location at = starts.get(s);
            reach(graph.from(at.edge()), at.offset() + at.along(), s, heap);
            reach(graph.to(at.edge()), at.offset() + graph.length(at.edge()) - at.along(), s, heap);
        }
        return heap;
    }

    private void spread(NodeHeap heap, BooleanSupplier isStopped) {
        for (int settled = 0; !heap.isEmpty(); settled++) {
            if (settled % BREATH == 0 && isStopped.getAsBoolean()) throw new CancellationException();
            int node = heap.pop();
            for (int i = 0; i < graph.incidents(node); i++) {
                int edge = graph.incident(node, i);
                reach(graph.other(edge, node), metres[node] + graph.length(edge), nearest[node], heap);
            }
        }
    }

    private void reach(int node, double distance, int start, NodeHeap heap) {
        if (distance >= metres[node]) return;
        metres[node] = distance;
        nearest[node] = start;
        heap.offer(node);
    }

    /**
     * The nearest start of a place.
     *
     * @param start its number; -1 when none reaches the place
     * @param metres infinite when none does
     */
    public record Arrival(int start, double metres) {
        private static final Arrival NEVER = new Arrival(-1, Double.POSITIVE_INFINITY);

        Arrival or(Arrival other) {
            return other.metres < metres ? other : this;
        }
    }

    /** How far it is to a place beside a street. */
    public Arrival to(Location place) {
        int edge = place.edge();
        Arrival best = over(graph.from(edge), place.along() + place.offset())
                .or(over(graph.to(edge), graph.length(edge) - place.along() + place.offset()));
        for (int s = firstOnEdge[edge]; s >= 0; s = nextOnEdge[s]) {
            Location start = starts.get(s);
            double direct = Math.abs(start.along() - place.along());
            best = best.or(new Arrival(s, start.offset() + direct + place.offset()));
        }
        return best;
    }

    private Arrival over(int node, double more) {
        return nearest[node] < 0 ? Arrival.NEVER : new Arrival(nearest[node], metres[node] + more);
    }

    /** A stretch of an edge, in metres from its beginning. */
    public record Stretch(int edge, double low, double high) {}

    /** What of the streets is no farther away than that. */
    public List<Stretch> within(double limit) {
        List<Stretch> all = new ArrayList<>();
        for (int edge = 0; edge < graph.edges(); edge++) all.addAll(Stretches.joined(within(edge, limit)));
        return all;
    }

    private List<Stretch> within(int edge, double limit) {
        double length = graph.length(edge);
        List<Stretch> reached = new ArrayList<>(2);
        double fromBegin = limit - metres[graph.from(edge)];
        double fromEnd = limit - metres[graph.to(edge)];
        if (fromBegin > 0) reached.add(new Stretch(edge, 0, Math.min(length, fromBegin)));
        if (fromEnd > 0) reached.add(new Stretch(edge, Math.max(0, length - fromEnd), length));
        for (int s = firstOnEdge[edge]; s >= 0; s = nextOnEdge[s]) {
            Location at = starts.get(s);
            double left = limit - at.offset();
            if (left <= 0) continue;
            reached.add(new Stretch(edge, Math.max(0, at.along() - left), Math.min(length, at.along() + left)));
        }
        return reached;
    }
}
