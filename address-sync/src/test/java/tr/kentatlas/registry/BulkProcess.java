package tr.kentatlas.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import tr.kentatlas.registry.conflict.Seen;
import tr.kentatlas.registry.conflict.Verdict;
import tr.kentatlas.registry.conflict.VerdictRefused;
import tr.kentatlas.registry.conflict.Verdicts;
import tr.kentatlas.registry.store.RegistryStore;
import tr.kentatlas.testsupport.Child;

/**
 * A process that decides about many conflicts alike, one after the other. Before a decision stands it tells its conflict and waits for a
 * byte, so that it can be killed inside the transaction as well as between two.
 */
final class BulkProcess {
    private BulkProcess() {}

    public static void main(String[] arguments) {
        SyncCity city = SyncCity.over(Child.database(arguments));
        Verdicts verdicts = new Verdicts(new RegistryStore(city.database), city.edits);
        Verdict decision = BulkKind.valueOf(arguments[3]).decision;
        Arrays.stream(arguments).skip(4).map(BulkProcess::seen).forEach(seen -> decide(verdicts, seen, decision));
    }

    static String argument(Seen seen) {
        return seen.conflict() + ":" + seen.mark();
    }

    private static Seen seen(String argument) {
        String[] parts = argument.split(":", 2);
        return new Seen(Long.parseLong(parts[0]), parts[1]);
    }

    private static void decide(Verdicts verdicts, Seen seen, Verdict decision) {
        try {
            verdicts.decide(seen, decision, Sync.BY, () -> tellAndWait(seen));
        } catch (VerdictRefused done) { // by the process before this one
        }
    }

    private static void tellAndWait(Seen seen) {
        System.out.println(seen.conflict());
        try {
            System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
