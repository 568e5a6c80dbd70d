package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.exchange.ExchangeCity.Partnership;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.testsupport.Scratch;

/** Random agreements on every channel by random questions, held against an oracle that shares no code with the service. */
class AgreementLeakTest {
    private static final int GRANTS = Integer.getInteger("kent.leak.grants", 50);
    private static final int QUESTIONS = 50;

    private static ExchangeCity city;
    private static Oracle oracle;
    private static Edition edition;

    @BeforeAll
    static void open() {
        city = new ExchangeCity();
        edition = city.edition().current();
        oracle = new Oracle(city.database(), SmallCity.SRID, RandomTerms.TYPES);
    }

    @AfterAll
    static void close() {
        city.close();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, GRANTS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noChannelShowsWhatTheAgreementDoesNot(long seed) throws Exception {
        RandomTerms terms = new RandomTerms(seed, edition);
        Partnership partner = city.partner(terms.fill(city.draft(), oracle));
        Random random = new Random(seed);
        Map<String, Set<String>> shown = new TreeMap<>();
        terms.demands().forEach((type, demand) -> shown.put(type, oracle.shown(type, demand)));
        collections(partner, shown);
        for (String type : RandomTerms.TYPES) {
            if (shown.containsKey(type)) files(partner, type, of(shown, type), of(terms.fields(), type));
            else
                assertThat(city.get("/exchange/releases/1/" + type + ".gpkg", partner.header())
                                .statusCode())
                        .isEqualTo(404);
        }
        feed(partner, shown, random);
        List<String> types = List.copyOf(shown.keySet());
        for (int i = 0; i < QUESTIONS; i++) {
            String type = types.get(random.nextInt(types.size()));
            List<String> fields = of(terms.fields(), type);
            Set<String> ids = of(shown, type);
            items(partner, type, ids, fields, random);
            item(partner, type, ids, random);
            hidden(partner, type, fields, terms.attributes(type), random);
            tile(partner, type, ids, fields, random);
            info(partner, type, ids, fields, random);
        }
    }

    private static void collections(Partnership partner, Map<String, Set<String>> shown) {
        JsonNode all = city.json("/ogc/collections", partner).path("collections");
        assertThat(all.valueStream().map(c -> c.path("id").asString()).collect(Collectors.toSet()))
                .isEqualTo(shown.keySet());
        all.forEach(collection -> {
            boolean empty = of(shown, collection.path("id").asString()).isEmpty();
            assertThat(collection.path("extent").isMissingNode()).isEqualTo(empty);
        });
    }

    /** A whole layer is exactly what the oracle says, fields included, in both formats. */
    private static void files(Partnership partner, String type, Set<String> shown, List<String> fields)
            throws IOException, SQLException {
        JsonNode all =
                city.json("/exchange/releases/1/" + type + ".geojson", partner).path("features");
        assertThat(ids(all)).isEqualTo(shown);
        keys(all, fields);
        Path file = Scratch.folder("leak").resolve("leak.gpkg");
        Files.write(
                file,
                city.bytes("/exchange/releases/1/" + type + ".gpkg", partner.header())
                        .body());
        try (var sqlite = DriverManager.getConnection("jdbc:sqlite:" + file);
                var rows = sqlite.createStatement().executeQuery("SELECT * FROM " + type)) {
            Set<String> names = new TreeSet<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++)
                names.add(rows.getMetaData().getColumnName(i));
            names.removeAll(Set.of("fid", "tucbsNo", "geom"));
            assertThat(names).isEqualTo(new TreeSet<>(fields));
            Set<String> ids = new TreeSet<>();
            while (rows.next()) ids.add(rows.getString("tucbsNo"));
            assertThat(ids).isEqualTo(shown);
        }
        Files.delete(file);
    }

    /** In pages of random size the feed tells exactly what the oracle says. */
    private static void feed(Partnership partner, Map<String, Set<String>> shown, Random random) {
        Map<String, Set<String>> told = new TreeMap<>();
        String since = "";
        while (true) {
            JsonNode page = city.json("/exchange/changes?limit=" + (50 + random.nextInt(2000)) + since, partner);
            if (page.path("upToDate").asBoolean()) break;
            page.path("entries")
                    .forEach(entry -> told.computeIfAbsent(entry.path("type").asString(), t -> new TreeSet<>())
                            .add(entry.path("id").asString()));
            since = "&since=" + page.path("next").asString();
        }
        shown.forEach((type, ids) ->
                assertThat(told.getOrDefault(type, new TreeSet<>())).isEqualTo(ids));
        assertThat(shown.keySet()).containsAll(told.keySet());
    }

    private static void items(Partnership partner, String type, Set<String> shown, List<String> fields, Random random) {
        String field = fields.get(random.nextInt(fields.size()));
        String question = switch (random.nextInt(5)) {
            case 0 -> "bbox=" + box(random);
            case 1 -> "sortby=-" + field;
            case 2 -> "filter=" + encoded(field + " IS NOT NULL OR " + field + " IS NULL");
            case 3 -> "filter=" + encoded("NOT (" + field + " IS NULL)") + "&bbox=" + box(random);
            default -> "properties=" + field;
        };
        HttpResponse<String> answer = city.get(
                "/ogc/collections/" + type + "/items?limit=" + (1 + random.nextInt(300)) + "&" + question,
                partner.header());
        assertThat(answer.statusCode()).as(question).isEqualTo(200);
        JsonNode page = JsonMapper.shared().readTree(answer.body());
        assertThat(ids(page.path("features"))).allMatch(shown::contains);
        keys(page.path("features"), fields);
        if (page.has("numberMatched"))
            assertThat(page.path("numberMatched").asInt()).isEqualTo(shown.size());
    }

    private static void item(Partnership partner, String type, Set<String> shown, Random random) {
        List<Oracle.Row> all = oracle.all(type);
        String id = all.get(random.nextInt(all.size())).id();
        int status = city.get("/ogc/collections/" + type + "/items/" + id, partner.header())
                .statusCode();
        assertThat(status).isEqualTo(shown.contains(id) ? 200 : 404);
    }

    /** A field that is not shared is as unknown as one that never was. */
    private static void hidden(
            Partnership partner, String type, List<String> fields, List<Attribute> attributes, Random random) {
        String name = attributes.get(random.nextInt(attributes.size())).name();
        if (fields.contains(name)) return;
        String question = List.of("%s=1", "sortby=%s", "properties=%s", "filter=%s%%20IS%%20NULL")
                .get(random.nextInt(4));
        String items = "/ogc/collections/" + type + "/items?limit=1&";
        HttpResponse<String> asked = city.get(items + question.formatted(name), partner.header());
        HttpResponse<String> never = city.get(items + question.formatted("hicOlmadi"), partner.header());
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body()).isEqualTo(never.body().replace("hicOlmadi", name));
    }

    private static void tile(Partnership partner, String type, Set<String> shown, List<String> fields, Random random) {
        int z = 13 + random.nextInt(4);
        Envelope box = edition.extent();
        double lon = box.getMinX() + random.nextDouble() * box.getWidth();
        double lat = Math.toRadians(box.getMinY() + random.nextDouble() * box.getHeight());
        int x = (int) ((lon + 180) / 360 * (1 << z));
        int y = (int) ((1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2 * (1 << z));
        HttpResponse<byte[]> answer = city.bytes(
                "/ogc/collections/" + type + "/tiles/WebMercatorQuad/" + z + "/" + y + "/" + x, partner.header());
        assertThat(answer.statusCode()).isIn(200, 204);
        MvtIds.read(answer.body()).forEach((name, layer) -> {
            assertThat(name).isEqualTo(type);
            assertThat(fields).containsAll(layer.keys());
            assertThat(layer.features()).allMatch(numbers(shown)::contains);
        });
    }

    /** What lies around a pixel of a coarse picture. */
    private static void info(Partnership partner, String type, Set<String> shown, List<String> fields, Random random) {
        JsonNode found = city.json(
                        "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetFeatureInfo&STYLES=&CRS=CRS:84&WIDTH=40&HEIGHT=40&BBOX="
                                + box(random) + "&LAYERS=" + type + "&QUERY_LAYERS=" + type + "&I=" + random.nextInt(40)
                                + "&J=" + random.nextInt(40) + "&FEATURE_COUNT=50&INFO_FORMAT=application/json",
                        partner)
                .path("features");
        Set<String> ids =
                ids(found).stream().map(id -> id.substring(type.length() + 1)).collect(Collectors.toSet());
        assertThat(ids).allMatch(shown::contains);
        keys(found, fields);
    }

    /** A tile names a feature by the last twelve digits of its identity and by nothing else. */
    private static Set<Long> numbers(Set<String> ids) {
        return ids.stream().map(id -> Long.parseLong(id.substring(24), 16)).collect(Collectors.toSet());
    }

    private static Set<String> ids(JsonNode features) {
        return features.valueStream().map(f -> f.path("id").asString()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void keys(JsonNode features, List<String> fields) {
        features.forEach(feature ->
                assertThat(fields).containsAll(feature.path("properties").propertyNames()));
    }

    private static String box(Random random) {
        Envelope all = edition.extent();
        double west = all.getMinX() + random.nextDouble() * all.getWidth();
        double south = all.getMinY() + random.nextDouble() * all.getHeight();
        return west + "," + south + "," + (west + all.getWidth() / 3) + "," + (south + all.getHeight() / 3);
    }

    private static <T> T of(Map<String, T> all, String type) {
        return Objects.requireNonNull(all.get(type));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
