package tr.kentatlas.api.cli.registry;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.registry.store.Neighbourhood;

/** Refuses codes of neighbourhoods the city does not have, and says which it has. */
final class KnownPlaces {
    private static final int TOLD = 12;

    private KnownPlaces() {}

    static void require(Collection<Long> codes, List<Neighbourhood> known) {
        Set<Long> there = known.stream().map(Neighbourhood::code).collect(Collectors.toSet());
        codes.stream().filter(code -> !there.contains(code)).findFirst().ifPresent(code -> {
            throw new UserError("The city has no neighbourhood " + code + "; " + told(known) + ".");
        });
    }

    private static String told(List<Neighbourhood> known) {
        if (known.isEmpty()) return "none of its neighbourhoods has a national code";
        String first = known.stream()
                .limit(TOLD)
                .map(one -> one.code() + " " + one.name())
                .collect(Collectors.joining(", ", "it has ", ""));
        int more = known.size() - TOLD;
        return more > 0 ? first + " and " + more + " more (./kent registry status lists them)" : first;
    }
}
