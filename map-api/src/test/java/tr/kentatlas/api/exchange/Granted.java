package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.exchange.ExchangeCity.Partnership;
import tr.kentatlas.api.exchange.Oracle.Row;
import tr.kentatlas.spatial.model.Attribute;

/** One random agreement, and what the oracle says it shows. */
record Granted(
        ExchangeCity city, Oracle oracle, Partnership partner, RandomTerms terms, Map<String, Set<String>> identities) {

    static Granted of(long seed, ExchangeCity city, Oracle oracle) {
        RandomTerms terms = new RandomTerms(seed, city.edition().current());
        Partnership partner = city.partner(terms.fill(city.draft(), oracle));
        Map<String, Set<String>> shown = new TreeMap<>();
        terms.demands().forEach((type, demand) -> shown.put(type, oracle.shown(type, demand)));
        return new Granted(city, oracle, partner, terms, shown);
    }

    /** The types it shows. */
    Set<String> types() {
        return identities.keySet();
    }

    /** The features it shows of a type; none of a type it does not show. */
    Set<String> shown(String type) {
        return identities.getOrDefault(type, Set.of());
    }

    List<Row> rows(String type) {
        return oracle.all(type).stream()
                .filter(row -> shown(type).contains(row.id()))
                .toList();
    }

    /** Its fields of a type, by name. */
    List<String> fields(String type) {
        return Objects.requireNonNull(terms.fields().get(type));
    }

    /** Whether a field of that name is shared: doors have one that is called like the buildings. */
    boolean isField(String name) {
        return terms.fields().values().stream().anyMatch(fields -> fields.contains(name));
    }

    boolean shows(String type, Attribute field) {
        return types().contains(type) && fields(type).contains(field.name());
    }

    /** Its fields that conditions can be made of. */
    List<Attribute> usable(String type) {
        return terms.attributes(type).stream()
                .filter(field -> shows(type, field) && RandomCondition.isUsable(field))
                .toList();
    }

    HttpResponse<String> get(String path) {
        return city.get(path, partner.header());
    }

    HttpResponse<byte[]> bytes(String path) {
        return city.bytes(path, partner.header());
    }

    JsonNode json(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    /** No feature that is hidden and no field that is not shared. */
    Set<String> assertShown(String type, JsonNode features) {
        features.forEach(feature ->
                assertThat(fields(type)).containsAll(feature.path("properties").propertyNames()));
        Set<String> ids = ids(features);
        assertAmong(shown(type), ids, type);
        return ids;
    }

    /** Each is looked up; {@code containsAll} of AssertJ compares all with all, thousands with thousands. */
    static <T> void assertAmong(Set<T> all, Collection<? extends T> some, String asked) {
        assertThat(some.stream().filter(one -> !all.contains(one))).as(asked).isEmpty();
    }

    static Set<String> ids(JsonNode features) {
        return features.valueStream().map(f -> f.path("id").asString()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A third of the city, somewhere, in CRS84. */
    Envelope box(Random random) {
        Envelope all = city.edition().current().extent();
        double west = all.getMinX() + random.nextDouble() * all.getWidth();
        double south = all.getMinY() + random.nextDouble() * all.getHeight();
        return new Envelope(west, west + all.getWidth() / 3, south, south + all.getHeight() / 3);
    }

    static String told(Envelope box) {
        return box.getMinX() + "," + box.getMinY() + "," + box.getMaxX() + "," + box.getMaxY();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
