package tr.kentatlas.api.ogc.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.KentatlasApplication;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.access.ServedEdition;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.city.City;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Replacing;
import tr.kentatlas.spatial.store.map.TileStore;
import tr.kentatlas.spatial.store.sql.StoreFailed;
import tr.kentatlas.spatial.tile.TileAddress;
import tr.kentatlas.testsupport.Patience;
import tr.kentatlas.testsupport.PostgisServer;

/** What a visitor's map asks for is answered while the database is away, with the very same tiles; nobody else's is. */
class MapWithoutDatabaseTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final PGSimpleDataSource database = SmallCity.database();

    @TempDir
    Path folder;

    @Test
    void theWholeMapIsDrawnFromTheShelf() throws Exception {
        try (ConfigurableApplicationContext web = start(Map.of())) {
            web.getBean(TileShelving.class).run();
            View visitor = View.visitor(web.getBean(ServedEdition.class).current());
            Map<TileAddress, byte[]> made = new LinkedHashMap<>();
            TileRange.of(visitor.edition().extent(), 14)
                    .tiles()
                    .forEach(tile -> made.put(tile, made(web, visitor, tile)));
            mapAnswers(web);
            takeAway();
            for (Map.Entry<TileAddress, byte[]> one : made.entrySet()) {
                HttpResponse<byte[]> answer = get(web, path(one.getKey()));
                assertThat(answer.statusCode())
                        .as("%s of %s", one.getKey(), kept())
                        .isEqualTo(one.getValue().length == 0 ? 204 : 200);
                assertThat(answer.body()).isEqualTo(one.getValue());
                assertThat(answer.headers().firstValue("Cache-Control"))
                        .contains("max-age=60, must-revalidate, public");
            }
            assertThat(made.values()).anyMatch(bytes -> bytes.length > 1000).anyMatch(bytes -> bytes.length == 0);
            mapAnswers(web);
            String seen = path(
                    made.keySet().stream().skip(made.size() / 2).findFirst().orElseThrow());
            String tag = get(web, seen).headers().firstValue("ETag").orElseThrow();
            var known = get(web, seen, "If-None-Match", tag);
            assertThat(known.statusCode()).isEqualTo(304);
            assertThat(known.headers().firstValue("Cache-Control")).contains("max-age=60, must-revalidate, public");
            assertThat(get(web, seen, "Accept-Encoding", "gzip").headers().firstValue("ETag"))
                    .contains(tag);
            assertThat(tag).startsWith("W/");
            assertThat(get(web, seen, "Authorization", "Bearer " + SmallCity.ADMIN_KEY)
                            .statusCode())
                    .isGreaterThanOrEqualTo(500);
        }
    }

    @Test
    void zoomsThatDoNotFitAreMadeFromTheDatabase() throws Exception {
        try (ConfigurableApplicationContext web = start(Map.of("kent.tiles.shelf-bytes", 20_000))) {
            web.getBean(TileShelving.class).run();
            View visitor = View.visitor(web.getBean(ServedEdition.class).current());
            TileShelf shelf = web.getBean(TileShelf.class);
            Envelope box = new Envelope(visitor.edition().extent().centre());
            TileAddress coarse =
                    TileRange.of(box, TileRules.MIN_ZOOM).tiles().toList().get(4);
            TileAddress fine =
                    TileRange.of(box, TileRules.MAX_ZOOM).tiles().toList().get(4);
            assertThat(shelf.find(visitor, coarse)).isPresent();
            assertThat(shelf.find(visitor, fine)).as("%s of %s", fine, kept()).isEmpty();
            assertThat(get(web, path(fine)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aTileThatCannotBeMadeIsLeftAndTheOthersAreKept() throws Exception {
        JdbcClient owner = JdbcClient.create(database);
        String blocks = blocks();
        owner.sql("UPDATE " + blocks + " SET block = '\\xffffffffffff'::bytea WHERE ctid IN (SELECT ctid FROM " + blocks
                        + " LIMIT 1)")
                .update();
        try (ConfigurableApplicationContext web = start(Map.of())) {
            web.getBean(TileShelving.class).run();
            View visitor = View.visitor(web.getBean(ServedEdition.class).current());
            TileShelf shelf = web.getBean(TileShelf.class);
            assertThat(shelf.has(visitor)).isTrue();
            List<TileAddress> tiles =
                    TileRange.of(visitor.edition().extent(), 16).tiles().toList();
            assertThat(tiles)
                    .anyMatch(tile -> shelf.find(visitor, tile).isEmpty())
                    .anyMatch(tile -> shelf.find(visitor, tile)
                            .filter(bytes -> bytes.length > 0)
                            .isPresent());
        }
    }

    /** A question that lasted too long (57014), or one that could not have its memory (53200). */
    @ParameterizedTest
    @ValueSource(strings = {"57014", "53200"})
    void aTileThatCouldNotBeMadeAtOneMomentIsMadeAtAnother(String state) throws Exception {
        failOnce(state);
        try (ConfigurableApplicationContext web = start(Map.of())) {
            web.getBean(TileShelving.class).run();
            View visitor = View.visitor(web.getBean(ServedEdition.class).current());
            TileShelf shelf = web.getBean(TileShelf.class);
            for (int zoom = TileRules.MIN_ZOOM; zoom <= TileRules.MAX_ZOOM; zoom++) {
                assertThat(TileRange.of(visitor.edition().extent(), zoom).tiles())
                        .allMatch(tile -> shelf.find(visitor, tile).isPresent());
            }
        }
        assertThat(JdbcClient.create(database)
                        .sql("SELECT last_value FROM public.asked")
                        .query(Long.class)
                        .single())
                .isGreaterThan(1);
    }

    @Test
    void whereEveryTileFailsTheRunFailsAndNothingIsKept() throws Exception {
        JdbcClient.create(database)
                .sql("ALTER TABLE " + blocks() + " DROP COLUMN block")
                .update();
        try (ConfigurableApplicationContext web = start(Map.of())) {
            assertThatThrownBy(() -> web.getBean(TileShelving.class).run()).isInstanceOf(StoreFailed.class);
            View visitor = View.visitor(web.getBean(ServedEdition.class).current());
            assertThat(web.getBean(TileShelf.class).has(visitor)).isFalse();
        }
    }

    /** The first question that reads the buildings of a tile fails. */
    private void failOnce(String state) {
        JdbcClient owner = JdbcClient.create(database);
        String blocks = blocks();
        String view = blocks.substring(blocks.indexOf('.') + 1);
        owner.sql("CREATE SEQUENCE public.asked").update();
        owner.sql(
                        "CREATE FUNCTION public.is_asked_again() RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN"
                                + " IF nextval('public.asked') = 1 THEN RAISE EXCEPTION 'not now' USING ERRCODE = '"
                                + state
                                + "'; END IF; RETURN true; END $$")
                .update();
        owner.sql("ALTER TABLE " + blocks + " RENAME TO its_blocks").update();
        owner.sql("CREATE VIEW " + blocks + " AS SELECT * FROM " + blocks.replace(view, "its_blocks")
                        + " WHERE public.is_asked_again()")
                .update();
        owner.sql("GRANT SELECT ON " + blocks + " TO PUBLIC").update();
    }

    private String blocks() {
        return "acik_"
                + JdbcClient.create(database)
                        .sql("SELECT max(snapshot_id) FROM release.snapshot WHERE theme = 'bina'")
                        .query(Long.class)
                        .single()
                + ".bina_karo";
    }

    @Test
    void aReleaseInWhichNothingHasAPlaceKeepsNothing() throws Exception {
        JdbcClient.create(database)
                .sql("UPDATE release.snapshot SET extents = '{}'")
                .update();
        try (ConfigurableApplicationContext web = start(Map.of())) {
            web.getBean(TileShelving.class).run();
            assertThat(kept()).isEmpty();
        }
    }

    @Test
    void aReleaseThatIsKeptKeepsItsTilesHoweverManyDraftsWereMadeSince() throws Exception {
        JdbcClient.create(database)
                .sql("INSERT INTO release.release (release_no, state, created_by) VALUES (8, 'dropped', 'test')")
                .update();
        try (ConfigurableApplicationContext web = start(Map.of("kent.tiles.shelf-bytes", 0))) {
            ServedEdition served = web.getBean(ServedEdition.class);
            web.getBean(TileShelving.class).run();
            View first = View.visitor(served.current());
            publish();
            while (served.current().release() != 9) Patience.aMoment();
            web.getBean(TileShelving.class).run();
            assertThat(web.getBean(TileShelf.class).has(View.visitor(served.current())))
                    .isTrue();
            assertThat(web.getBean(TileShelf.class).has(first)).isTrue();
        }
    }

    private void publish() {
        Publisher publisher =
                new Publisher(database, ModelReader.read(), SmallCity.SRID, (draft, progress) -> List.of(), List.of());
        publisher.draft(List.of("kamu_hizmetleri"), "test", null, Replacing.ANY, Progress.silent());
        publisher.check(Progress.silent());
        publisher.approve(List.of(), new Decision(Approval.COUNCIL, "2026/2", LocalDate.EPOCH, "test"));
        publisher.publish("test", null, Progress.silent());
    }

    /** A tile as the database gives it, past every cache. */
    private static byte[] made(ConfigurableApplicationContext web, View view, TileAddress tile) {
        return web.getBean(TileStore.class)
                .encode(view.edition(), tile, TileRules.read().layers(view, tile.z()));
    }

    /** What the guide's page asks for before its tiles. */
    private void mapAnswers(ConfigurableApplicationContext web) throws Exception {
        for (String address : List.of(
                "/ogc/styles/kent", "/ogc/tiles/WebMercatorQuad?f=tilejson", "/api/guide/city", "/api/guide/kinds")) {
            assertThat(get(web, address).statusCode()).as(address).isEqualTo(200);
        }
    }

    private List<String> kept() throws IOException {
        Path tiles = folder.resolve("tiles");
        if (!Files.exists(tiles)) return List.of();
        try (Stream<Path> tree = Files.walk(tiles)) {
            return tree.map(path -> folder.relativize(path).toString()).sorted().toList();
        }
    }

    private static String path(TileAddress tile) {
        return "/ogc/tiles/WebMercatorQuad/" + tile.z() + "/" + tile.y() + "/" + tile.x() + "?release=1";
    }

    private void takeAway() {
        String name = Objects.requireNonNull(database.getDatabaseName());
        JdbcClient elsewhere = JdbcClient.create(PostgisServer.shared().newDatabase());
        elsewhere.sql("ALTER DATABASE \"" + name + "\" ALLOW_CONNECTIONS false").update();
        elsewhere
                .sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?")
                .param(name)
                .query()
                .listOfRows();
    }

    private HttpResponse<byte[]> get(ConfigurableApplicationContext web, String path, String... headers)
            throws Exception {
        String port = web.getEnvironment().getProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) request.headers(headers);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private ConfigurableApplicationContext start(Map<String, Object> settings) {
        City city = SmallCity.city(database);
        SpringApplication application = new SpringApplication(KentatlasApplication.class);
        Map<String, Object> properties = new HashMap<>(settings);
        properties.put("server.port", 0);
        properties.put("kent.tiles.folder", folder.resolve("tiles").toString());
        properties.put("kent.search.folder", folder.resolve("search").toString());
        application.setDefaultProperties(properties);
        application.addInitializers(
                context -> ((GenericApplicationContext) context).registerBean("city", City.class, () -> city));
        return application.run();
    }
}
