package tr.kentatlas.api.ogc.features;

import java.util.HashMap;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of pages of items, relative to the host. */
final class PageAddress {
    private final ItemsQuestion question;
    private final MultiValueMap<String, String> parameters;

    private PageAddress(ItemsQuestion question, MultiValueMap<String, String> parameters) {
        this.question = question;
        this.parameters = parameters;
    }

    static PageAddress of(ItemsQuestion question, MultiValueMap<String, String> parameters) {
        return new PageAddress(question, parameters);
    }

    /** The same features for programs, in CRS84, for the map. */
    String data() {
        return address(Map.of("f", "json"), "crs", "lang");
    }

    String page(String cursor) {
        return address(Map.of("f", "html", "cursor", cursor));
    }

    String first() {
        return address(Map.of("f", "html"), "cursor");
    }

    static String ofItem(ItemsQuestion question, String id) {
        String release = question.ownParameters().get("release");
        return "/ogc/collections/" + question.collection() + "/items/" + id + "?f=json"
                + (release == null ? "" : "&release=" + release);
    }

    private String address(Map<String, String> changes, String... without) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath("/ogc/collections/" + question.collection() + "/items");
        parameters.toSingleValueMap().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        for (String name : without) address.replaceQueryParam(name);
        changes.keySet().forEach(name -> address.replaceQueryParam(name, "{" + name + "}"));
        Map<String, Object> values = new HashMap<>(parameters.toSingleValueMap());
        values.putAll(changes);
        return address.encode().buildAndExpand(values).toUriString();
    }
}
