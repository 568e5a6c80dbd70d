package tr.kentatlas.spatial.planning.walk;

import java.util.Arrays;

/** The nodes still to be settled, the nearest on top: a binary heap in which a node can come nearer. */
final class NodeHeap {
    private final double[] distance;
    private final int[] heap;
    /** Where in the heap a node is; -1 when it is not. */
    private final int[] place;

    private int size;

    /** @param distance shared with who owns the heap */
    NodeHeap(double[] distance) {
        this.distance = distance;
        heap = new int[distance.length];
        place = new int[distance.length];
        Arrays.fill(place, -1);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** A node is there, or has come nearer. */
    void offer(int node) {
        int at = place[node];
        up(at < 0 ? size++ : at, node);
    }

    int pop() {
        int top = heap[0];
        place[top] = -1;
        int last = heap[--size];
        if (size > 0) down(last);
        return top;
    }

    private void up(int from, int node) {
        int at = from;
        while (at > 0 && distance[node] < distance[heap[(at - 1) / 2]]) {
            put(at, heap[(at - 1) / 2]);
            at = (at - 1) / 2;
        }
        put(at, node);
    }

    private void down(int node) {
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && distance[heap[child + 1]] < distance[heap[child]]) child++;
            if (distance[heap[child]] >= distance[node]) break;
            put(at, heap[child]);
            at = child;
        }
        put(at, node);
    }

    private void put(int at, int node) {
        heap[at] = node;
        place[node] = at;
    }
}
