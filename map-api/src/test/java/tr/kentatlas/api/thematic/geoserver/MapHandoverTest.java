package tr.kentatlas.api.thematic.geoserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;
import tr.kentatlas.api.thematic.geoserver.GeoServerStub.Fault;

/** What is published, changed and withdrawn at the desk reaches GeoServer by itself, and its outcome is told there. */
class MapHandoverTest {
    private static final String API = "/api/desk/thematic";
    private static final String PUBLISH =
            "{\"state\":\"published\",\"decisionNo\":\"2026/7\",\"decisionDate\":\"2026-11-03\"}";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final GeoServerStub STUB = new GeoServerStub();

    @SuppressWarnings("NullAway.Init")
    private static SetUpCity geoServer;

    @SuppressWarnings("NullAway.Init")
    private static DeskCity city;

    @SuppressWarnings("NullAway.Init")
    private static DeskClient planner;

    private static long withdrawn;

    @BeforeAll
    static void setUp() {
        city = DeskCity.beside(Map.of("kent.geoserver.url", STUB.url()), owner -> {
            geoServer = new SetUpCity(owner, STUB);
            withdrawn = geoServer.release();
            geoServer.apply();
            geoServer.publisher().rollback(null, "test", "wrong floors");
            return geoServer.provisioning();
        });
        planner = city.signedIn(Role.PLANNER);
        await("done");
    }

    /** In {@link #setUp}, by a command that had no account at GeoServer. */
    @Test
    void aReleaseThatWasTakenBackWhileNoServiceRanIsTakenOutWhenOneStarts() {
        awaitWorkspace(withdrawn, false);
        assertThat(STUB.catalogue.workspaces).containsKey("r1");
    }

    @Test
    void aSetUpThatMeetsAnotherWaitsForIt() throws SQLException {
        try (Connection other = city.owner().getConnection();
                Statement sql = other.createStatement()) {
            sql.execute("SELECT pg_advisory_lock(hashtext('geoserver.job'))");
            planner.post(API + "/geoserver", "{}");
            await("running");
        }
        await("done");
    }

    @AfterAll
    static void close() {
        city.web().close();
        geoServer.close();
    }

    @AfterEach
    void heal() {
        STUB.heal();
    }

    @Test
    void aPublishedMapIsHandedOverAndAChangedOrWithdrawnOneIsTakenOut() {
        String id = keep();
        assertThat(planner.post(API + "/" + id + "/state", PUBLISH).statusCode())
                .isEqualTo(200);
        JsonNode done = await("done");
        assertThat(done.path("steps").intValue()).isPositive();
        assertThat(layersOf(id)).isEqualTo(1);
        assertThat(geoServer.verify()).isEmpty();
        assertThat(planner.call("PUT", API + "/" + id, SetUpCity.FLOORS.replace(":5}", ":4}"))
                        .statusCode())
                .isEqualTo(200);
        await("done");
        assertThat(layersOf(id)).as("a changed map has to be decided on again").isZero();
        planner.post(API + "/" + id + "/state", PUBLISH);
        await("done");
        assertThat(layersOf(id)).isEqualTo(1);
        assertThat(planner.call("DELETE", API + "/" + id, "").statusCode()).isEqualTo(204);
        await("done");
        assertThat(layersOf(id)).isZero();
    }

    @Test
    void aReleaseThatIsPublishedIsSetUpAndOneThatIsTakenBackIsTakenOut() {
        long wrong = geoServer.release();
        awaitWorkspace(wrong, true);
        geoServer.publisher().rollback(null, "test", "wrong floors");
        awaitWorkspace(wrong, false);
        await("done");
        assertThat(geoServer.verify()).isEmpty();
    }

    @Test
    void aMapThatIsNotPublishedTroublesNobody() {
        String id = keep();
        STUB.forgetRequests();
        String before = planner.get(API + "/geoserver").body();
        planner.post(API + "/" + id + "/state", "{\"state\":\"shared\"}");
        planner.call("PUT", API + "/" + id, SetUpCity.FLOORS);
        assertThat(planner.get(API + "/geoserver").body()).isEqualTo(before);
        assertThat(STUB.requests()).isEmpty();
    }

    @Test
    void aGeoServerThatFailsIsToldAtTheDeskAndTriedAgain() {
        STUB.fail("/rest/", Fault.EMPTY_500);
        String id = keep();
        assertThat(planner.post(API + "/" + id + "/state", PUBLISH).statusCode())
                .isEqualTo(200);
        JsonNode failed = await("failed");
        assertThat(failed.path("message").path("tr").stringValue(""))
                .startsWith("GeoServer “sürümünü söyle” isteğini yerine getirmedi (500): nedenini söylemiyor.")
                .contains("logs/geoserver.log");
        assertThat(failed.path("message").path("en").stringValue(""))
                .startsWith("GeoServer did not tell its version (500): it does not say why.");
        assertThat(Instant.parse(failed.path("again").stringValue("")))
                .isAfter(Instant.parse(failed.path("at").stringValue("")));
        String map =
                "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&STYLES=&FORMAT=image/png&WIDTH=50&HEIGHT=50&CRS=EPSG:4326"
                        + "&BBOX=39.8,32.9,39.9,33.0&LAYERS=theme:" + id;
        assertThat(planner.bytes(map).statusCode())
                .as("the embedded engine draws")
                .isEqualTo(200);
        STUB.heal();
        planner.post(API + "/geoserver", "{}");
        await("done");
        assertThat(layersOf(id)).isEqualTo(1);
    }

    @Test
    void whereNoGeoServerIsConfiguredNothingIsSaidOfOne() {
        DeskClient other = DeskCity.shared().signedIn(Role.PLANNER);
        assertThat(other.json(API + "/geoserver").path("state").stringValue("")).isEqualTo("off");
    }

    private static String keep() {
        var answer = planner.post(API, SetUpCity.FLOORS);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("id").stringValue("");
    }

    private static long layersOf(String id) {
        return geoServer.workspace(1).types.keySet().stream()
                .filter(name -> name.startsWith("tema_" + id))
                .count();
    }

    private static void awaitWorkspace(long release, boolean isThere) {
        Instant end = Instant.now().plus(PATIENCE);
        while (STUB.catalogue.workspaces.containsKey("r" + release) != isThere) {
            assertThat(Instant.now()).as("workspace r" + release).isBefore(end);
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static JsonNode await(String state) {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode told = planner.json(API + "/geoserver");
        while (!told.path("state").stringValue("").equals(state)) {
            assertThat(Instant.now()).as(told.toString()).isBefore(end);
            LockSupport.parkNanos(50_000_000);
            told = planner.json(API + "/geoserver");
        }
        return told;
    }
}
