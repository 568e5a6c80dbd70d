package tr.kentatlas.spatial.release;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/**
 * The releases that led to the one that is served: a publication leads on, a rollback leads back to where the release stood. What was
 * withdrawn is no longer on it.
 */
final class Trail {
    private final Deque<Long> steps = new ArrayDeque<>();

    /** The release began to be served, by whichever action. */
    void step(long release) {
        if (!steps.contains(release)) steps.push(release);
        while (steps.element() != release) steps.pop();
    }

    /** What was served before, the latest first. */
    Stream<Long> earlier() {
        return steps.stream().skip(1);
    }
}
