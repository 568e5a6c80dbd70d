package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

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

    Follower(ExchangeCity city, Partnership partner) {
        this.city = city;
        this.partner = partner;
    }

    /** Where its copy stands. */
    String token() {
        return token;
    }

    void catchUp() {
        while (true) {
            JsonNode page =
                    city.json("/exchange/changes?limit=97" + (token.isEmpty() ? "" : "&since=" + token), partner);
            if (page.path("upToDate").asBoolean()) return;
            page.path("entries").forEach(this::apply);
            token = page.path("next").asString();
        }
    }

    private void apply(JsonNode entry) {
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
