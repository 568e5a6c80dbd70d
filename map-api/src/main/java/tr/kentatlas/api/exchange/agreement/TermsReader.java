package tr.kentatlas.api.exchange.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.body.Member;
import tr.kentatlas.api.exchange.agreement.Terms.Share;
import tr.kentatlas.spatial.store.Edition;

/** Reads the terms of an agreement from JSON, and refuses with all faults at once. */
public final class TermsReader {
    private static final int MOST_SHARES = 100;
    private static final int MOST_YEARS = 25;
    private static final int MOST_PER_MINUTE = 60_000;
    private static final long MOST_PER_MONTH = 1_000_000_000L;

    private static final int LONGEST_TEXT = 2_000;

    private final Member json;

    private TermsReader(JsonNode json) {
        this.json = Member.document(json);
    }

    /** New terms, held against what is published; or one problem with every fault. */
    public static Terms read(JsonNode json, Edition edition) {
        TermsReader reader = new TermsReader(json);
        TermsMembers.check(reader.json);
        Terms terms = reader.terms();
        new TermsCheck(edition, reader.json.faults()).check(terms);
        reader.json.faults().settle();
        return terms;
    }

    /** Terms that were agreed, whatever is published now. */
    static Terms stored(JsonNode json) {
        TermsReader reader = new TermsReader(json);
        Terms terms = reader.terms();
        reader.json.faults().settle();
        return terms;
    }

    private Terms terms() {
        LocalDate from = json.at("from").day();
        LocalDate until = json.at("until").day();
        if (until.isBefore(from)) json.at("until").fault("terms.until-before-from");
        if (until.isAfter(from.plusYears(MOST_YEARS))) json.at("until").fault("terms.too-many-years", MOST_YEARS);
        return new Terms(
                json.at("number").text(LONGEST_TEXT),
                parties(),
                json.at("purpose").text(LONGEST_TEXT),
                decision(json.at("decision")),
                from,
                until,
                json.at("ground").optionalText(LONGEST_TEXT),
                releases(json.at("releases")),
                new Terms.Limits(
                        (int) json.at("ratePerMinute").whole(1, MOST_PER_MINUTE),
                        json.at("monthlyQuota").whole(1, MOST_PER_MONTH)),
                shares());
    }

    private Terms.Parties parties() {
        return new Terms.Parties(
                json.at("provider").text(LONGEST_TEXT),
                json.at("partner").text(LONGEST_TEXT),
                Objects.requireNonNullElse(json.at("contact").optionalText(LONGEST_TEXT), ""),
                json.at("providerContact").optionalText(LONGEST_TEXT));
    }

    private static Terms.CouncilDecision decision(Member decision) {
        return new Terms.CouncilDecision(
                decision.at("number").text(LONGEST_TEXT), decision.at("date").day());
    }

    private static Set<Terms.Releases> releases(Member names) {
        Set<Terms.Releases> releases = EnumSet.noneOf(Terms.Releases.class);
        for (Member name : names.some(2)) {
            Terms.Releases known = name.constant(Terms.Releases.class, "terms.releases");
            if (known != null) releases.add(known);
        }
        if (!releases.isEmpty() && !releases.contains(Terms.Releases.PUBLISHED)) names.fault("terms.published");
        return releases;
    }

    private List<Share> shares() {
        List<Share> shares = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Member layer : json.at("layers").some(MOST_SHARES)) {
            Share share = new ShareReader(layer).read();
            if (!seen.add(share.type())) layer.at("type").fault("terms.twice");
            shares.add(share);
        }
        return shares;
    }
}
