package tr.kentatlas.api.cli.registry;

import tr.kentatlas.registry.conflict.ConflictKind;
import tr.kentatlas.registry.conflict.Verdict;

/** What a verdict does to a conflict, which is another thing for each kind. */
final class VerdictWords {
    /** Of what has several candidates: neither side can be taken for the pair. */
    private static final String CHOSEN = "somebody chooses the pair";

    private VerdictWords() {}

    static String of(Verdict verdict, ConflictKind kind) {
        return switch (verdict) {
            case Verdict.AcceptRemote accept -> accepted(kind);
            case Verdict.SendLocal send -> sent(kind) + " (with the next push)";
            case Verdict.Link link -> "the two belong together";
            case Verdict.Ignore ignore ->
                ignore.until() == null ? "it stays until it changes" : "it stays up to and including " + ignore.until();
        };
    }

    private static String accepted(ConflictKind kind) {
        return switch (kind) {
            case C03 -> "it is added to the city's data";
            case C04, C15 -> "it is ended in the city's data";
            case C11, C22 -> "the city's data take the registry's values";
            case C16, C17 -> CHOSEN;
        };
    }

    private static String sent(ConflictKind kind) {
        return switch (kind) {
            case C03 -> "the registry's row is to be retired there";
            case C04 -> "it is to be added to the registry";
            case C15 -> "it is to be added to the registry anew";
            case C11, C22 -> "the registry's row is to be changed to the city's values";
            case C16, C17 -> CHOSEN;
        };
    }
}
