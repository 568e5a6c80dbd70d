package tr.kentatlas.api.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;

/** Statistics by area over real HTTP on the small city, against figures the test computes in its own SQL. */
class StatisticsTest {
    private static final DeskCity CITY = DeskCity.shared();
    private static final String API = "/api/desk/planning/statistics";

    private final DeskClient planner = CITY.signedIn(Role.PLANNER);
    private final PublishedTables tables = new PublishedTables(CITY);

    @Test
    void everyBuildingCountsInOneNeighbourhood() {
        JsonNode answer = ask("{\"type\":\"bina\",\"neighbourhoods\":true}");
        long sum = 0;
        for (JsonNode area : answer.path("areas")) {
            if (!area.path("kind").asString().equals("neighbourhood")) continue;
            long expected =
                    tables.number("SELECT count(*) FROM " + tables.of("bina") + " b, " + tables.of("idari_birim")
                            + " u WHERE u.tucbs_no::text = '" + area.path("key").asString()
                            + "' AND ST_Intersects(u.geom, ST_PointOnSurface(b.geom))");
            assertThat(area.path("count").asLong())
                    .as(area.path("name").toString())
                    .isEqualTo(expected);
            sum += expected;
        }
        assertThat(sum)
                .isPositive()
                .isEqualTo(all(answer).path("count").asLong())
                .isEqualTo(rows("bina"));
    }

    @Test
    void theAreasComeAlongWithTheFiguresWhereTheyAreAskedFor() {
        String question = "{\"type\":\"bina\",\"neighbourhoods\":true}";
        JsonNode both = JsonMapper.shared()
                .readTree(planner.post(API + "?shapes=true", question).body());
        JsonNode apart = JsonMapper.shared()
                .readTree(planner.post(API + ".geojson", question).body());
        assertThat(apart.path("features").size()).isPositive();
        assertThat(both.path("shapes")).isEqualTo(apart);
        assertThat(both.path("areas")).isEqualTo(ask(question).path("areas"));
        assertThat(ask(question).has("shapes")).isFalse();
    }

    @Test
    void aRoadCountsInOneNeighbourhoodWhereACentreLineOfItLies() {
        JsonNode answer = ask("{\"type\":\"yol\",\"neighbourhoods\":true}");
        assertThat(answer.path("places").get(0).path("en").asString()).isEqualTo("Road centre lines");
        long sum = 0;
        for (JsonNode area : answer.path("areas")) {
            if (!area.path("kind").asString().equals("neighbourhood")) continue;
            long most = tables.number("SELECT count(DISTINCT h.yol) FROM " + tables.of("yol_orta_hat") + " h JOIN "
                    + tables.of("yol") + " y ON y.tucbs_no = h.yol, " + tables.of("idari_birim")
                    + " u WHERE u.tucbs_no::text = '" + area.path("key").asString()
                    + "' AND ST_Intersects(u.geom, h.geom)");
            assertThat(area.path("count").asLong()).isLessThanOrEqualTo(most);
            sum += area.path("count").asLong();
        }
        long placed = tables.number("SELECT count(DISTINCT h.yol) FROM " + tables.of("yol_orta_hat") + " h JOIN "
                + tables.of("yol") + " y ON y.tucbs_no = h.yol WHERE h.geom IS NOT NULL");
        assertThat(sum).isPositive().isLessThanOrEqualTo(placed);
        assertThat(all(answer).path("count").asLong()).isEqualTo(rows("yol"));
    }

    @Test
    void dwellingsAreCountedByNeighbourhoodForWhoSeesThem() {
        DeskClient editor = CITY.signedIn(Role.EDITOR);
        JsonNode answer = JsonMapper.shared()
                .readTree(editor.post(API, "{\"type\":\"bagimsiz_bolum\",\"neighbourhoods\":true}")
                        .body());
        long sum = 0;
        for (JsonNode area : answer.path("areas"))
            if (area.path("kind").asString().equals("neighbourhood"))
                sum += area.path("count").asLong();
        long all = rows("bagimsiz_bolum");
        assertThat(sum).as("all but where too few are told").isBetween(all * 9 / 10, all);
    }

    @Test
    void figuresOfAnAttributeAreThoseOfItsTable() {
        JsonNode floors = all(ask("{\"type\":\"bina\",\"fields\":[\"zeminUstuKatSayisi\"]}"))
                .path("figures")
                .get(0);
        assertThat(floors.path("count").asDouble()).isEqualTo(floors("count(kat_ustu)"));
        assertThat(floors.path("total").asDouble()).isEqualTo(floors("sum(kat_ustu)"));
        assertThat(floors.path("mean").asDouble()).isCloseTo(floors("avg(kat_ustu)"), within(0.005));
        assertThat(floors.path("min").asDouble()).isEqualTo(floors("min(kat_ustu)"));
        assertThat(floors.path("max").asDouble()).isEqualTo(floors("max(kat_ustu)"));
        double half = floors("percentile_disc(0.5) WITHIN GROUP (ORDER BY kat_ustu)");
        assertThat(floors.path("median").asDouble()).isCloseTo(half, within(0.5));
    }

    private double floors(String figure) {
        return tables.measure("SELECT (" + figure + ")::float8 FROM " + tables.of("bina"));
    }

    @Test
    void aClippedAreaIsThatOfTheParts() {
        String square = square(600);
        JsonNode clipped = drawn(ask(question("mevcut_arazi_kullanimi", "clipped", square)));
        double expected = tables.measure("SELECT sum(ST_Area(ST_Intersection(l.geom, a.g))) FROM "
                + tables.of("mevcut_arazi_kullanimi") + " l, (SELECT ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON('"
                + square
                + "'), 4326), 5255) AS g) a WHERE ST_Intersects(l.geom, a.g)");
        assertThat(clipped.path("area").asDouble()).isPositive().isCloseTo(expected, within(0.02));
        assertThat(clipped.path("area").asDouble()).isLessThanOrEqualTo(600 * 600 * 1.001);
        JsonNode whole = drawn(ask(question("mevcut_arazi_kullanimi", "inside", square)));
        assertThat(whole.path("count").asLong())
                .isLessThanOrEqualTo(clipped.path("count").asLong());
    }

    @Test
    void clippedLengthsOfAllNeighbourhoodsAreTheLengthInTheCity() {
        JsonNode answer = ask("{\"type\":\"yol_orta_hat\",\"rule\":\"clipped\",\"neighbourhoods\":true}");
        double sum = 0;
        for (JsonNode area : answer.path("areas"))
            if (!area.path("kind").asString().equals("all"))
                sum += area.path("length").asDouble();
        double expected = tables.measure("SELECT sum(ST_Length(ST_Intersection(y.geom, u.g))) FROM "
                + tables.of("yol_orta_hat") + " y, (SELECT ST_Union(geom) AS g FROM " + tables.of("idari_birim")
                + " WHERE duzey = 'mahalle') u");
        assertThat(sum).isGreaterThan(expected * 0.999).isLessThan(expected * 1.2);
        assertThat(all(answer).path("length").asDouble()).isGreaterThanOrEqualTo(expected - 0.1);
    }

    @Test
    void codesAreToldInWordsAndAddUp() {
        JsonNode answer =
                ask("{\"type\":\"bina\",\"breakdown\":\"kullanimAltTuru\",\"filter\":\"zeminUstuKatSayisi > 3\"}");
        long sum = 0;
        for (JsonNode code : all(answer).path("codes"))
            sum += code.path("count").asLong();
        assertThat(sum).isEqualTo(all(answer).path("count").asLong()).isLessThan(rows("bina"));
        assertThat(all(answer).path("codes").get(0).path("title").path("tr").asString())
                .isNotEqualTo(all(answer).path("codes").get(0).path("code").asString());
    }

    @Test
    void oneHouseholdIsNotTold() {
        String one = tables.text("SELECT ST_AsGeoJSON(ST_Transform(ST_Envelope(geom), 4326)) FROM " + tables.of("bina")
                + " b WHERE konut_sayisi = 1 AND (SELECT count(*) FROM " + tables.of("bina")
                + " o WHERE ST_Intersects(ST_Envelope(b.geom), ST_PointOnSurface(o.geom))) = 1 LIMIT 1");
        String question = "{\"type\":\"bina\",\"fields\":[\"BO_konutBirimSayisi\",\"zeminUstuKatSayisi\"],\"areas\":"
                + "[{\"name\":\"ev\",\"shape\":" + one + "}]}";
        JsonNode figures = drawn(ask(question)).path("figures");
        assertThat(figures.get(0).path("withheld").asBoolean()).isTrue();
        assertThat(figures.get(0).path("total").isNull()).isTrue();
        assertThat(figures.get(1).path("total").asDouble())
                .as("floors are public")
                .isPositive();
        assertThat(planner.post(API + ".csv", question).body()).contains("\"gizli\"");
        JsonNode homes = all(
                ask("{\"type\":\"bina\",\"fields\":[\"BO_konutBirimSayisi\"],\"filter\":\"BO_konutBirimSayisi > 0\"}"));
        assertThat(homes.path("figures").get(0).path("min").isNull())
                .as("the least is the hidden value")
                .isTrue();
        assertThat(homes.path("figures").get(0).path("total").asDouble()).isGreaterThan(1000);
    }

    @Test
    void aFilterByAGuardedAttributeDoesNotCountOneHousehold() {
        String id = tables.text("SELECT tucbs_no::text FROM " + tables.of("bina") + " WHERE konut_sayisi = 1 LIMIT 1");
        JsonNode all =
                all(ask("{\"type\":\"bina\",\"filter\":\"BO_konutBirimSayisi = 1 AND tucbsNo = '" + id + "'\"}"));
        assertThat(all.path("withheld").asBoolean()).isTrue();
        assertThat(all.has("count")).isFalse();
    }

    @Test
    void whatTheRoleDoesNotSeeIsNotThere() {
        String cost = "{\"type\":\"bina\",\"fields\":[\"YO_yapiMaliyeti\"]}";
        assertThat(planner.post(API, cost).statusCode()).isEqualTo(400);
        assertThat(planner.post(API, "{\"type\":\"bagimsiz_bolum\"}").statusCode())
                .isEqualTo(400);
        assertThat(CITY.signedIn(Role.EDITOR).post(API, cost).statusCode()).isEqualTo(200);
        assertThat(planner.get("/api/desk/planning/types").body())
                .contains("sebeke_hatti")
                .doesNotContain("YO_yapiMaliyeti");
        assertThat(CITY.signedIn(Role.VIEWER).get("/api/desk/planning/types").body())
                .doesNotContain("sebeke_hatti");
    }

    @Test
    void allFaultsOfAQuestionAreToldTogether() {
        String bow = "{\"type\":\"Polygon\",\"coordinates\":[[[LON,LAT],[LON2,LAT2],[LON2,LAT],[LON,LAT2],[LON,LAT]]]}";
        String at = tables.text("SELECT ST_X(p) || ',' || ST_Y(p) FROM (SELECT ST_Transform(geom, 4326) AS p FROM "
                + tables.of("numarataj") + " LIMIT 1) AS d");
        double lon = Double.parseDouble(at.split(",", -1)[0]);
        double lat = Double.parseDouble(at.split(",", -1)[1]);
        String crossed = bow.replace("LON2", "" + (lon + 0.01))
                .replace("LAT2", "" + (lat + 0.01))
                .replace("LON", "" + lon)
                .replace("LAT", "" + lat);
        String far = "{\"type\":\"Polygon\",\"coordinates\":[[[2.35,48.8],[2.36,48.8],[2.36,48.9],[2.35,48.8]]]}";
        HttpResponse<String> answer = planner.post(
                API,
                "{\"type\":\"bina\",\"rule\":\"some\",\"fields\":[\"yok\"],\"filter\":\"a >\","
                        + "\"bogus\":1,\"areas\":[{\"shape\":" + crossed + "},{\"shape\":" + far
                        + "},{\"shape\":{\"type\":\"Point\","
                        + "\"coordinates\":[1,2]}},{}]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "rule",
                        "fields[0]",
                        "\"filter\"",
                        "bogus",
                        "Self-intersection",
                        "outside the city",
                        "is a polygon",
                        "areas[3].shape");
        assertThat(planner.post(API, "<html>").statusCode()).isEqualTo(400);
        assertThat(planner.post(API, "[]").statusCode()).isEqualTo(400);
        assertThat(planner.post(API, " ".repeat(1_100_000)).body()).contains("1 MB");
    }

    @Test
    void eachAnswerIsInTheAuditWithItsQuestion() {
        DeskCity.Somebody somebody = CITY.somebody(Role.PLANNER);
        DeskClient client = new DeskClient(CITY.url());
        client.signIn(somebody.account(), somebody.password());
        client.post(API, "{\"type\":\"durak\",\"neighbourhoods\":true}");
        JsonNode entry = tables.audited(somebody.account(), "read.statistics");
        assertThat(entry.path("subject").asString()).isEqualTo("durak");
        assertThat(entry.path("count").asLong()).isEqualTo(rows("durak"));
        assertThat(entry.path("detail").asString()).contains("neighbourhoods");
    }

    @Test
    void theFilesHoldWhatThePageShows() {
        String question = question("bina", "inside", square(500))
                .replace("{\"type\"", "{\"neighbourhoods\":true,\"fields\":[\"zeminUstuKatSayisi\"],\"type\"");
        JsonNode page = ask(question);
        HttpResponse<String> csv = planner.post(API + ".csv?lang=en", question);
        assertThat(csv.body()).startsWith("\uFEFF\"release\",\"rule\",\"area\"");
        assertThat(csv.body().split("\r\n", -1)).hasSize(page.path("areas").size() + 2);
        assertThat(csv.body())
                .contains("\"'=alan\"")
                .contains("," + all(page).path("count").asLong() + ",");
        assertSpreadsheet(question);
        HttpResponse<String> map = planner.post(API + ".geojson", question);
        assertThat(map.headers().firstValue("Content-Type").orElse("")).startsWith("application/geo+json");
        assertThat(map.body()).contains("\"zeminUstuKatSayisi.total\":", "\"kind\":\"drawn\"");
        String byCode = planner.post(
                        API + ".geojson", question.replace("{\"neigh", "{\"breakdown\":\"yapiDurumDegeri\",\"neigh"))
                .body();
        JsonNode codes = JsonMapper.builder()
                .build()
                .readTree(byCode)
                .path("features")
                .get(0)
                .path("properties");
        long counted = codes.propertyNames().stream()
                .filter(name -> name.startsWith("yapiDurumDegeri."))
                .mapToLong(name -> codes.path(name).asLong())
                .sum();
        assertThat(counted).isEqualTo(codes.path("count").asLong()).isPositive();
    }

    /** A Turkish one takes the comma for decimals; either language can ask for the other form. */
    private void assertSpreadsheet(String question) {
        String turkish = planner.post(API + ".csv", question).body();
        assertThat(turkish).startsWith("\uFEFF\"yayın\";\"kural\";\"alan\"").containsPattern(";\\d+,\\d\\d;");
        String english = planner.post(API + ".csv?lang=en", question).body();
        assertThat(english).containsPattern(",\\d+\\.\\d\\d,");
        assertThat(planner.post(API + ".csv?lang=en&separator=semicolon", question)
                        .body())
                .startsWith("\uFEFF\"release\";\"rule\"")
                .containsPattern(";\\d+,\\d\\d;");
        assertThat(planner.post(API + ".csv?separator=comma", question).body()).startsWith("\uFEFF\"yayın\",\"kural\"");
        assertThat(planner.post(API + ".csv?separator=tab", question).statusCode())
                .isEqualTo(400);
    }

    private JsonNode ask(String question) {
        return PublishedTables.json(planner.post(API, question));
    }

    private static JsonNode all(JsonNode answer) {
        return answer.path("areas").get(0);
    }

    private static JsonNode drawn(JsonNode answer) {
        assertThat(answer.path("areas").get(1).path("kind").asString()).isEqualTo("drawn");
        return answer.path("areas").get(1);
    }

    private static String question(String type, String rule, String shape) {
        return "{\"type\":\"" + type + "\",\"rule\":\"" + rule + "\",\"areas\":[{\"name\":\"=alan\",\"shape\":" + shape
                + "}]}";
    }

    /** A square of so many metres in the middle of the city, in degrees. */
    private String square(int metres) {
        return tables.text("SELECT ST_AsGeoJSON(ST_Transform(ST_SetSRID(ST_Expand(ST_Centroid(ST_Extent(geom)), "
                + metres / 2 + "), 5255), 4326), 12) FROM " + tables.of("bina"));
    }

    private long rows(String type) {
        return tables.number("SELECT count(*) FROM " + tables.of(type));
    }
}
