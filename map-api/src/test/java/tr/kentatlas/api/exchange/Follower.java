package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.exchange.ExchangeCity.Partnership;

/** A partner's copy, kept up by the feed in small pages. */
final class Follower {
    private final ExchangeCity city;
    private final Partnership partner;
    private final Map<String, String> held = new TreeMap<>();
    private String token = "";
    private long turn;
    private long seq;
    private int turns;

    Follower(ExchangeCity city, Partnership partner) {
        this.city = city;
        this.partner = partner;
    }

    /** Where its copy stands. */
    String token() {
        return token;
    }

    void catchUp() {
        while (!readPage()) {}
    }

    /** Reads one page; true when there was none. */
    boolean readPage() {
        JsonNode page = city.json("/exchange/changes?limit=97" + (token.isEmpty() ? "" : "&since=" + token), partner);
        if (page.path("upToDate").asBoolean()) return true;
        turnTo(page);
        page.path("entries").forEach(this::apply);
        token = page.path("next").asString();
        return false;
    }

    /**
     * Reads line by line and stops at that token: what came after the last one does not count.
     *
     * @param tokens where it stops; an answer may have fewer
     */
    void readLines(int tokens) {
        List<JsonNode> told = new ArrayList<>();
        int seen = 0;
        for (JsonNode line : city.lines("/exchange/changes" + (token.isEmpty() ? "" : "?since=" + token), partner)) {
            told.add(line);
            if (!line.has("next")) continue;
            told.removeLast();
            told.forEach(this::apply);
            told.clear();
            token = line.path("next").asString();
            if (++seen == tokens) return;
        }
    }

    /** What it holds of a feature says this somewhere. */
    boolean holds(String text) {
        return held.values().stream().anyMatch(told -> told.contains(text));
    }

    /** How many moves of the release it went through. */
    int turns() {
        return turns;
    }

    /** No move comes before an earlier one. */
    private void turnTo(JsonNode page) {
        long next = page.path("turn").asLong();
        assertThat(next).isGreaterThanOrEqualTo(turn);
        if (next > turn) turns++;
        turn = next;
    }

    /** Numbers have no gap and come once, whichever way the releases go; what they say fits what is held. */
    private void apply(JsonNode entry) {
        assertThat(entry.path("seq").asLong()).isEqualTo(++seq);
        String id = entry.path("id").asString();
        switch (entry.path("change").asString()) {
            case "insert" ->
                assertThat(held.put(id, told(entry.path("feature")))).isNull();
            case "update" ->
                assertThat(held.put(id, told(entry.path("feature")))).isNotNull();
            default -> assertThat(held.remove(id)).isNotNull();
        }
    }

    void assertCurrent() {
        Map<String, String> now = new TreeMap<>();
        city.json("/ogc/collections/bina/items?limit=10000", partner)
                .path("features")
                .forEach(feature -> now.put(feature.path("id").asString(), told(feature)));
        assertThat(held).isEqualTo(now);
    }

    /** A field nobody filled is as good as absent: an amendment that adds it tells nothing. */
    private static String told(JsonNode feature) {
        Map<String, String> values = new TreeMap<>();
        feature.path("properties").forEachEntry((name, value) -> {
            if (!value.isNull()) values.put(name, value.toString());
        });
        return values + " " + feature.path("geometry");
    }
}
