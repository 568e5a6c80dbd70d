package tr.kentatlas.api.exchange.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.exchange.agreement.Terms.Share;
import tr.kentatlas.spatial.store.Edition;

/** Reads the terms of an agreement from JSON, and refuses with all faults at once. */
public final class TermsReader {
    private static final int MOST_SHARES = 100;
    private static final int MOST_YEARS = 25;
    private static final int MOST_PER_MINUTE = 60_000;
    private static final long MOST_PER_MONTH = 1_000_000_000L;

    private final JsonNode json;
    private final Faults faults = new Faults();

    private TermsReader(JsonNode json) {
        this.json = json;
    }

    /** New terms, held against what is published; or one problem with every fault. */
    public static Terms read(JsonNode json, Edition edition) {
        TermsReader reader = new TermsReader(json);
        TermsMembers.check(json, reader.faults);
        Terms terms = reader.terms();
        new TermsCheck(edition, reader.faults).check(terms);
        reader.faults.settle();
        return terms;
    }

    /** Terms that were agreed, whatever is published now. */
    static Terms stored(JsonNode json) {
        TermsReader reader = new TermsReader(json);
        Terms terms = reader.terms();
        reader.faults.settle();
        return terms;
    }

    private Terms terms() {
        LocalDate from = faults.date(json, "from", "from");
        LocalDate until = faults.date(json, "until", "until");
        if (until.isBefore(from)) faults.add("until", "terms.until-before-from");
        if (until.isAfter(from.plusYears(MOST_YEARS))) faults.add("until", "terms.too-many-years", MOST_YEARS);
        return new Terms(
                faults.text(json, "number", "number"),
                new Terms.Parties(
                        faults.text(json, "provider", "provider"),
                        faults.text(json, "partner", "partner"),
                        Objects.requireNonNullElse(faults.optionalText(json, "contact", "contact"), "")),
                faults.text(json, "purpose", "purpose"),
                decision(),
                from,
                until,
                faults.optionalText(json, "ground", "ground"),
                releases(),
                new Terms.Limits(
                        (int) faults.number(json, "ratePerMinute", "ratePerMinute", 1, MOST_PER_MINUTE),
                        faults.number(json, "monthlyQuota", "monthlyQuota", 1, MOST_PER_MONTH)),
                shares());
    }

    private Terms.CouncilDecision decision() {
        JsonNode decision = json.path("decision");
        return new Terms.CouncilDecision(
                faults.text(decision, "number", "decision.number"), faults.date(decision, "date", "decision.date"));
    }

    private Set<Terms.Releases> releases() {
        Set<Terms.Releases> releases = EnumSet.noneOf(Terms.Releases.class);
        for (JsonNode name : faults.list(json, "releases", "releases", 2)) {
            switch (name.asString("")) {
                case "published" -> releases.add(Terms.Releases.PUBLISHED);
                case "superseded" -> releases.add(Terms.Releases.SUPERSEDED);
                default -> faults.add("releases", "terms.releases");
            }
        }
        if (!releases.isEmpty() && !releases.contains(Terms.Releases.PUBLISHED))
            faults.add("releases", "terms.published");
        return releases;
    }

    private List<Share> shares() {
        List<Share> shares = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<JsonNode> layers = faults.list(json, "layers", "layers", MOST_SHARES);
        for (int i = 0; i < layers.size(); i++) {
            String path = "layers[" + i + "]";
            Share share = new ShareReader(layers.get(i), path, faults).read();
            if (!seen.add(share.type())) faults.add(path + ".type", "terms.twice");
            shares.add(share);
        }
        return shares;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
