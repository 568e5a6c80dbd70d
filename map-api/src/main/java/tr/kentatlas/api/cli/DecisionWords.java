package tr.kentatlas.api.cli;

import java.util.List;
import tr.kentatlas.registry.conflict.Decision;

/** What a decision does to a conflict, which is another thing for each kind. */
final class DecisionWords {
    static final List<String> KINDS = List.of("C03", "C04", "C11", "C15", "C16", "C17", "C22");

    private DecisionWords() {}

    static String of(Decision decision, String kind) {
        return switch (decision) {
            case Decision.AcceptRemote accept -> accepted(kind);
            case Decision.SendLocal send -> sent(kind) + " (with the next push)";
            case Decision.Link link -> "the two belong together";
            case Decision.Ignore ignore ->
                ignore.until() == null ? "it stays until it changes" : "it stays up to and including " + ignore.until();
        };
    }

    private static String accepted(String kind) {
        return switch (kind) {
            case "C03" -> "it is added to the city's data";
            case "C04", "C15" -> "it is ended in the city's data";
            default -> "the city's data take the registry's values";
        };
    }

    private static String sent(String kind) {
        return switch (kind) {
            case "C03" -> "the registry's row is to be retired there";
            case "C04" -> "it is to be added to the registry";
            case "C15" -> "it is to be added to the registry anew";
            default -> "the registry's row is to be changed to the city's values";
        };
    }
}
