package tr.kentatlas.api.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;
import tr.kentatlas.spatial.feature.cql2.Cql2Json;

/** Service areas over real HTTP on the small city. */
class ServiceAreaTest {
    private static final DeskCity CITY = DeskCity.shared();
    private static final String API = "/api/desk/planning/service-area";
    private static final String PHARMACIES =
            "\"facilities\":{\"type\":\"kamu_hizmeti\",\"attribute\":\"altTip\",\"code\":\"eczane\"}";
    private static final String QUESTION = "{" + PHARMACIES + ",\"minutes\":[3,6,10]}";

    private final DeskClient planner = CITY.signedIn(Role.PLANNER);
    private final PublishedTables tables = new PublishedTables(CITY);

    @Test
    void everyDoorIsServedOrNotAndNeighbourhoodsAddUp() {
        JsonNode summary = ask(QUESTION);
        JsonNode city = summary.path("city");
        long doors = tables.number("SELECT count(*) FROM " + tables.of("numarataj"));
        assertThat(city.path("doors").asLong()).isEqualTo(doors);
        assertThat(city.path("served").get(2).asLong()
                        + city.path("tooFar").asLong()
                        + city.path("cutOff").asLong()
                        + city.path("noStreet").asLong())
                .isEqualTo(doors);
        assertThat(city.path("served").get(0).asLong())
                .isPositive()
                .isLessThan(city.path("served").get(2).asLong());
        long sum = 0;
        for (JsonNode one : summary.path("neighbourhoods"))
            sum += one.path("served").get(1).asLong();
        assertThat(sum).isEqualTo(city.path("served").get(1).asLong());
        assertThat(summary.path("facilities").path("count").asLong())
                .isEqualTo(tables.number(
                        "SELECT count(*) FROM " + tables.of("kamu_hizmeti") + " WHERE alt_tip = 'eczane'"));
    }

    @Test
    void theWayIsNeverShorterThanTheStraightLine() {
        JsonNode page = addresses(QUESTION, "\"which\":\"served\",\"limit\":60,\"offset\":200");
        assertThat(page.path("rows").size()).isEqualTo(60);
        for (JsonNode row : page.path("rows")) {
            String door = row.path("id").asString();
            String facility = row.path("nearest").path("id").asString();
            double straight = tables.measure("SELECT ST_Distance((" + place("numarataj", door) + "), ("
                    + place("kamu_hizmeti", facility) + "))");
            assertThat(row.path("metres").asDouble()).isGreaterThanOrEqualTo(straight - 0.01);
            assertThat(row.path("minutes").asDouble()).isLessThanOrEqualTo(10);
        }
    }

    private String place(String type, String id) {
        return "SELECT geom FROM " + tables.of(type) + " WHERE tucbs_no = '" + id + "'";
    }

    @Test
    void theGroundHoldsEveryDoorThatIsReached() {
        JsonNode shapes = PublishedTables.json(planner.post(API + "/shapes", QUESTION));
        for (JsonNode feature : shapes.path("features")) {
            if (!feature.path("properties").path("kind").asString().equals("ground")) continue;
            Geometry ground = Cql2Json.geometry(feature.path("geometry"));
            int minutes = feature.path("properties").path("minutes").asInt();
            String question = "{" + PHARMACIES + ",\"minutes\":[" + minutes + "]}";
            JsonNode rows =
                    addresses(question, "\"which\":\"served\",\"limit\":1000").path("rows");
            for (JsonNode row : rows)
                assertThat(ground.isWithinDistance(point(row), 2e-6))
                        .as(row.toString())
                        .isTrue();
            assertThat(rows.size()).isPositive();
        }
        assertThat(shapes.toString()).contains("\"kind\":\"streets\"", "\"kind\":\"facility\"");
    }

    @Test
    void fasterWalkersReachMoreDoors() {
        long slow = served("{" + PHARMACIES + ",\"minutes\":[5],\"speed\":3}");
        long fast = served("{" + PHARMACIES + ",\"minutes\":[5],\"speed\":6}");
        assertThat(slow).isPositive().isLessThan(fast);
        assertThat(served("{" + PHARMACIES + ",\"minutes\":[10],\"speed\":3}")).isEqualTo(fast);
    }

    @Test
    void aDoorBesideThePointIsAsFarAsItsTwoWaysToTheStreet() {
        String at = tables.text("SELECT ST_X(p) || ',' || ST_Y(p) FROM (SELECT ST_Transform(geom, 4326) AS p FROM "
                + tables.of("numarataj") + " ORDER BY sira LIMIT 1) AS d");
        String id = tables.text("SELECT tucbs_no::text FROM " + tables.of("numarataj") + " ORDER BY sira LIMIT 1");
        double offset = tables.measure("SELECT min(ST_Distance(d.geom, y.geom)) FROM " + tables.of("numarataj") + " d, "
                + tables.of("yol_orta_hat") + " y WHERE d.tucbs_no = '" + id + "'");
        JsonNode rows = addresses("{\"point\":[" + at + "],\"minutes\":[1]}", "\"which\":\"served\",\"limit\":1000")
                .path("rows");
        double metres = -1;
        for (JsonNode row : rows)
            if (row.path("id").asString().equals(id))
                metres = row.path("metres").asDouble();
        assertThat(metres).isCloseTo(Math.ceil(2 * offset), within(1.0));
    }

    @Test
    void parksAreEnteredWhereAStreetPassesTheirEdge() {
        JsonNode summary =
                ask("{\"facilities\":{\"type\":\"park_bahce\",\"filter\":\"tur = 'park'\"},\"minutes\":[5]}");
        assertThat(summary.path("facilities").path("count").asLong()).isPositive();
        assertThat(summary.path("city").path("served").get(0).asLong()).isPositive();
    }

    @Test
    void theListGoesPageByPageAndTheFilesHoldItAll() {
        JsonNode first = addresses(QUESTION, "\"which\":\"not-served\",\"limit\":10");
        JsonNode second = addresses(QUESTION, "\"which\":\"not-served\",\"limit\":10,\"offset\":10");
        assertThat(first.path("rows").get(0).path("id"))
                .isNotEqualTo(second.path("rows").get(0).path("id"));
        long doors = ask(QUESTION).path("city").path("doors").asLong();
        long unserved = doors - ask(QUESTION).path("city").path("served").get(2).asLong();
        assertThat(first.path("total").asLong()).isEqualTo(unserved);
        HttpResponse<String> csv = planner.post(API + "/addresses.csv", list(QUESTION, "\"which\":\"not-served\""));
        assertThat(csv.body()).startsWith("\uFEFF\"yayın\";\"kimlik\";\"mahalle\"");
        assertThat(csv.body().split("\r\n", -1)).hasSize((int) unserved + 2);
        JsonNode map =
                PublishedTables.json(planner.post(API + "/addresses.geojson", list(QUESTION, "\"which\":\"served\"")));
        assertThat(map.path("features").size()).isEqualTo((int) (doors - unserved));
        String one = first.path("rows").get(0).path("neighbourhood").asString();
        String id = tables.text("SELECT tucbs_no::text FROM " + tables.of("idari_birim")
                + " WHERE duzey = 'mahalle' AND ad = '" + one + "'");
        JsonNode there = addresses(QUESTION, "\"neighbourhood\":\"" + id + "\",\"limit\":1000");
        assertThat(there.path("rows")
                        .valueStream()
                        .map(row -> row.path("neighbourhood").asString())
                        .distinct()
                        .toList())
                .isEqualTo(List.of(one));
    }

    @Test
    void aCityWithoutMotorwaysIsWalkedWhole() {
        long walked = ask(QUESTION).path("network").path("streets").asLong();
        assertThat(walked).isEqualTo(tables.number("SELECT count(*) FROM " + tables.of("yol_orta_hat")));
    }

    @Test
    void allFaultsOfAQuestionAreToldTogether() {
        HttpResponse<String> answer = planner.post(
                API,
                "{\"point\":[0,0],\"minutes\":[0,61],\"speed\":90,\"snap\":\"near\","
                        + "\"list\":{\"which\":\"some\"},\"x\":1}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("point", "minutes", "speed", "snap", "list.which", "\"x\"");
        assertThat(planner.post(API, "{}").body()).contains("say either facilities or a point");
        assertThat(planner.post(API, "{\"facilities\":{\"type\":\"bagimsiz_bolum\"}}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anotherReleaseIsAnsweredWhereItIsKept() {
        assertThat(planner.post(API + "?release=1", QUESTION).statusCode()).isEqualTo(200);
        assertThat(planner.post(API + "?release=99", QUESTION).statusCode()).isEqualTo(410);
        assertThat(planner.post("/api/desk/planning/statistics?release=99", "{\"type\":\"bina\"}")
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void whoIsToldOfDoorsIsInTheAudit() {
        DeskCity.Somebody somebody = CITY.somebody(Role.STEWARD);
        DeskClient client = new DeskClient(CITY.url());
        client.signIn(somebody.account(), somebody.password());
        client.post(API + "/addresses", list(QUESTION, "\"which\":\"served\",\"limit\":7"));
        JsonNode entry = tables.audited(somebody.account(), "read.service-area");
        assertThat(entry.path("count").asLong()).isEqualTo(7);
        assertThat(entry.path("subject").asString()).isEqualTo("numarataj");
    }

    @Test
    void ofAQuestionThatIsNotBeingAnsweredNothingIsTold() {
        HttpResponse<String> answer = planner.get("/api/desk/planning/runs/none");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(planner.call("DELETE", "/api/desk/planning/runs/none", "").statusCode())
                .isEqualTo(204);
    }

    private static Geometry point(JsonNode row) {
        return new GeometryFactory()
                .createPoint(new Coordinate(
                        row.path("lon").asDouble(), row.path("lat").asDouble()));
    }

    private JsonNode ask(String question) {
        return PublishedTables.json(planner.post(API, question));
    }

    private long served(String question) {
        return ask(question).path("city").path("served").get(0).asLong();
    }

    private JsonNode addresses(String question, String list) {
        return JsonMapper.builder()
                .build()
                .readTree(planner.post(API + "/addresses", list(question, list)).body());
    }

    private static String list(String question, String list) {
        return question.substring(0, question.length() - 1) + ",\"list\":{" + list + "}}";
    }
}
