package tr.kentatlas.api.exchange.agreement;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The members terms may have: a misspelt one must not pass for one that was left out, least of all where it limits what is shared. */
final class TermsMembers {
    private static final Set<String> TERMS = Set.of(
            "number",
            "provider",
            "partner",
            "contact",
            "purpose",
            "decision",
            "from",
            "until",
            "ground",
            "releases",
            "ratePerMinute",
            "monthlyQuota",
            "layers");
    private static final Set<String> DECISION = Set.of("number", "date");
    private static final Set<String> LAYER = Set.of("type", "fields", "rows", "area", "ground");
    private static final Set<String> AREA = Set.of("policy", "shape");

    private TermsMembers() {}

    static void check(JsonNode terms, Faults faults) {
        faults.knowOnly(terms, "", TERMS);
        faults.knowOnly(terms.path("decision"), "decision.", DECISION);
        JsonNode layers = terms.path("layers");
        for (int i = 0; i < layers.size(); i++) {
            String path = "layers[" + i + "].";
            faults.knowOnly(layers.path(i), path, LAYER);
            faults.knowOnly(layers.path(i).path("area"), path + "area.", AREA);
        }
    }
}
