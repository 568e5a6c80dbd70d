package tr.kentatlas.api.cli.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tr.kentatlas.spatial.release.Approved;
import tr.kentatlas.spatial.release.Decision;

/** Tells which themes an approval approved, and which some decision approves already. */
final class ApprovalWords {
    private ApprovalWords() {}

    static List<String> lines(List<Approved> approved) {
        String fresh = themes(approved.stream().filter(Approved::isNew));
        Map<Decision, List<Approved>> known = approved.stream()
                .filter(one -> !one.isNew())
                .collect(Collectors.groupingBy(Approved::decision, LinkedHashMap::new, Collectors.toList()));
        return Stream.concat(
                        fresh.isEmpty() ? Stream.empty() : Stream.of("Approved: " + fresh + "."),
                        known.entrySet().stream().map(one -> already(one.getKey(), one.getValue())))
                .toList();
    }

    private static String already(Decision decision, List<Approved> themes) {
        return "Already approved by the " + decision.body().word() + " under "
                + decision.number() + " of " + decision.date() + " (" + decision.person() + "): "
                + themes(themes.stream()) + ".";
    }

    private static String themes(Stream<Approved> approved) {
        return approved.map(Approved::theme).collect(Collectors.joining(", "));
    }
}
