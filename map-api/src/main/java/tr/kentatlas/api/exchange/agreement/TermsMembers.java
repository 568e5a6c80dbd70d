package tr.kentatlas.api.exchange.agreement;

import java.util.Set;
import tr.kentatlas.api.body.Member;

/** The members terms may have: a misspelt one must not pass for one that was left out, least of all where it limits what is shared. */
final class TermsMembers {
    private static final Set<String> TERMS = Set.of(
            "number",
            "provider",
            "partner",
            "contact",
            "providerContact",
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

    static void check(Member terms) {
        terms.knowOnly(TERMS);
        check(terms.at("decision"), DECISION);
        for (Member layer : terms.at("layers").each(Integer.MAX_VALUE)) {
            check(layer, LAYER);
            check(layer.at("area"), AREA);
        }
    }

    /** What is left out altogether is told by whoever needs it. */
    private static void check(Member member, Set<String> names) {
        if (!member.isAbsent()) member.knowOnly(names);
    }
}
