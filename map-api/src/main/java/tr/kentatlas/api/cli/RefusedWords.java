package tr.kentatlas.api.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.release.ReleaseRefused;

/** Says why a step of a release is refused and which command helps, in one sentence. */
final class RefusedWords {
    private RefusedWords() {}

    static String of(ReleaseRefused refused) {
        Object[] values = refused.values().stream().map(RefusedWords::word).toArray();
        return String.format(Locale.ROOT, sentence(refused.why()), values);
    }

    private static String sentence(ReleaseRefused.Why why) {
        return switch (why) {
            case BUSY -> "Another release job is running.";
            case NO_DRAFT -> "There is no draft: run ./kent release draft first.";
            case NO_THEME -> "There is no theme %s; there are %s.";
            case DRAFT_APPROVED -> "Draft %s is approved (%s): publish it, or replace it with --replace.";
            case NOT_CHECKED -> "Release %s has not been checked: run ./kent release check.";
            case UNANSWERED ->
                "Release %s has findings nobody answers for: %s. Blockers must be mended; errors may be accepted with a reason.";
            case ACCEPTED_WITHOUT_REASON -> "Who accepts errors gives a reason.";
            case NOTHING_TO_ACCEPT -> "Rule %s has no errors to accept in release %s: nothing was accepted.";
            case APPROVAL_WITHOUT_NUMBER -> "An approval needs its decision number.";
            case APPROVAL_WITHOUT_PERSON -> "An approval needs its person.";
            case NEEDS_BODY -> "Theme %s needs a decision of the %s.";
            case NOT_APPROVED -> "These themes are not approved: %s. Run ./kent release approve.";
            case MANY_ROWS_LOST ->
                "The release would lose many rows: %s. If that is right, publish with --allow-loss and the reason.";
            case ROLLBACK_WITHOUT_REASON -> "A rollback needs a reason.";
            case NOTHING_PUBLISHED -> "Nothing is published yet.";
            case NO_EARLIER -> "There is no earlier release to go back to.";
            case NOT_KEPT -> "There is no release %s that is kept: ./kent release list names those there are.";
        };
    }

    private static String word(Object value) {
        return switch (value) {
            case List<?> many -> many.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Approval body -> body.name().toLowerCase(Locale.ROOT);
            default -> value.toString();
        };
    }
}
