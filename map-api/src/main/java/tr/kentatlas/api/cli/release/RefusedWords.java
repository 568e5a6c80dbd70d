package tr.kentatlas.api.cli.release;

import java.util.Locale;
import tr.kentatlas.api.desk.release.ReleaseWordings;
import tr.kentatlas.api.problem.Words;
import tr.kentatlas.spatial.release.ReleaseRefused;

/** Says why a step of a release is refused, as the desk does, and which command helps. */
public final class RefusedWords {
    private RefusedWords() {}

    public static String of(ReleaseRefused refused) {
        return Words.ofFiles().tell(ReleaseWordings.of(refused), Locale.ENGLISH) + help(refused.why());
    }

    private static String help(ReleaseRefused.Why why) {
        return switch (why) {
            case NO_DRAFT -> " Make one with ./kent release draft.";
            case DRAFT_APPROVED -> " To replace it: --replace.";
            case NOT_CHECKED -> " Run ./kent release check.";
            case UNANSWERED -> " An error is accepted with ./kent release accept.";
            case NOT_APPROVED -> " Run ./kent release approve.";
            case MANY_ROWS_LOST -> " Publish with --allow-loss and the reason.";
            case NOT_KEPT -> " ./kent release list names those there are.";
            default -> "";
        };
    }
}
