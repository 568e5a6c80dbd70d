package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
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
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.testsupport.Scratch;

/** Random agreements on every channel a key opens, by random questions, held against an oracle that shares no code with the service. */
class AgreementLeakTest {
    private static final int GRANTS = Integer.getInteger("kent.leak.grants", 50);
    private static final int QUESTIONS = 50;

    /** What describes the data: none of these names a type or a field that is not shared. */
    private static final List<String> OF_ALL = List.of(
            "/exchange",
            "/ogc/api",
            "/ogc/collections?f=html",
            "/ogc/tiles/WebMercatorQuad?f=tilejson",
            "/ogc/styles/kent");

    private static final List<String> OF_TYPE =
            List.of("", "?f=html", "/schema", "/queryables", "/tiles/WebMercatorQuad?f=tilejson");

    private static ExchangeCity city;
    private static Oracle oracle;
    private static LeakOfThemes themes;

    @BeforeAll
    static void open() {
        city = new ExchangeCity();
        oracle = new Oracle(city.database(), SmallCity.SRID, RandomTerms.TYPES);
        themes = LeakOfThemes.of(city);
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
        Granted granted = Granted.of(seed, city, oracle);
        Random random = new Random(seed);
        collections(granted);
        descriptions(granted);
        themes.capabilities(granted);
        for (String type : RandomTerms.TYPES) {
            if (granted.types().contains(type)) files(granted, type);
            else
                assertThat(granted.get("/exchange/releases/1/" + type + ".gpkg").statusCode())
                        .isEqualTo(404);
        }
        feed(granted, random);
        List<String> types = List.copyOf(granted.types());
        for (int i = 0; i < QUESTIONS; i++) {
            String type = types.get(random.nextInt(types.size()));
            LeakOfItems items = new LeakOfItems(granted, type, random);
            items.ask();
            items.item();
            items.hidden();
            new LeakOfMaps(granted, type, random).ask();
            themes.ask(granted, random);
        }
    }

    private static void collections(Granted granted) {
        JsonNode all = granted.json("/ogc/collections").path("collections");
        assertThat(all.valueStream().map(c -> c.path("id").asString()).collect(Collectors.toSet()))
                .isEqualTo(granted.types());
        all.forEach(collection -> {
            boolean empty = granted.shown(collection.path("id").asString()).isEmpty();
            assertThat(collection.path("extent").isMissingNode()).isEqualTo(empty);
        });
    }

    private static void descriptions(Granted granted) {
        for (String address : OF_ALL) {
            String told = granted.get(address).body();
            for (String type : RandomTerms.TYPES)
                if (!granted.types().contains(type) && !granted.isField(type))
                    assertThat(told).as(address).doesNotContain("\"" + type + "\"");
        }
        for (String type : granted.types()) {
            for (String part : OF_TYPE) {
                String told = granted.get("/ogc/collections/" + type + part).body();
                for (Attribute field : granted.terms().attributes(type))
                    if (!granted.shows(type, field))
                        assertThat(told).as(part).doesNotContain("\"" + field.name() + "\":");
            }
        }
    }

    /** A whole layer is exactly what the oracle says, fields included, in both formats. */
    private static void files(Granted granted, String type) throws IOException, SQLException {
        JsonNode all = granted.json("/exchange/releases/1/" + type + ".geojson").path("features");
        assertThat(granted.assertShown(type, all)).isEqualTo(granted.shown(type));
        Path file = Scratch.folder("leak").resolve("leak.gpkg");
        Files.write(
                file, granted.bytes("/exchange/releases/1/" + type + ".gpkg").body());
        try (var sqlite = DriverManager.getConnection("jdbc:sqlite:" + file);
                var rows = sqlite.createStatement().executeQuery("SELECT * FROM " + type)) {
            Set<String> names = new TreeSet<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++)
                names.add(rows.getMetaData().getColumnName(i));
            names.removeAll(Set.of("fid", "tucbsNo", "geom"));
            assertThat(names).isEqualTo(new TreeSet<>(granted.fields(type)));
            Set<String> ids = new TreeSet<>();
            while (rows.next()) ids.add(rows.getString("tucbsNo"));
            assertThat(ids).isEqualTo(granted.shown(type));
        }
        Files.delete(file);
    }

    /** In pages of random size the feed tells exactly what the oracle says. */
    private static void feed(Granted granted, Random random) {
        Map<String, Set<String>> told = new TreeMap<>();
        String since = "";
        while (true) {
            JsonNode page = granted.json("/exchange/changes?limit=" + (50 + random.nextInt(2000)) + since);
            if (page.path("upToDate").asBoolean()) break;
            page.path("entries")
                    .forEach(entry -> told.computeIfAbsent(entry.path("type").asString(), t -> new TreeSet<>())
                            .add(entry.path("id").asString()));
            since = "&since=" + page.path("next").asString();
        }
        granted.types()
                .forEach(type ->
                        assertThat(told.getOrDefault(type, new TreeSet<>())).isEqualTo(granted.shown(type)));
        assertThat(granted.types()).containsAll(told.keySet());
    }
}
