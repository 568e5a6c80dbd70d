package tr.kentatlas.api.cli.registry;

import java.util.Locale;
import tr.kentatlas.api.problem.Words;
import tr.kentatlas.api.registry.RegistryWordings;
import tr.kentatlas.registry.pull.PullResult;

/** What became of the reading of a neighbourhood as a line on the terminal. */
final class PullLine {
    private PullLine() {}

    static String of(PullResult result) {
        return switch (result) {
            case PullResult.Complete c -> String.format(Locale.ROOT, "%d  read: %,d rows", c.neighbourhood(), c.rows());
            case PullResult.Unchanged u -> u.neighbourhood() + "  unchanged";
            case PullResult.Halted h ->
                h.neighbourhood() + "  HELD BACK: " + h.retiring() + " of " + h.active()
                        + " rows would be retired. Look: ./kent registry held " + h.neighbourhood()
                        + "; if that is right: ./kent registry pull --allow " + h.neighbourhood() + " --reason …";
            case PullResult.Failed f -> f.neighbourhood() + "  FAILED: " + why(f) + " (run it again to go on)";
        };
    }

    private static String why(PullResult.Failed failed) {
        return Words.ofFiles().tell(RegistryWordings.of(failed.why()), Locale.ENGLISH);
    }
}
