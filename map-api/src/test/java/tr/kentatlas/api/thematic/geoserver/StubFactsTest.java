package tr.kentatlas.api.thematic.geoserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The stub has the oddities a GeoServer 2.27 was seen to have, so that whoever survives it survives that. */
class StubFactsTest {
    private static final String STORE = "{\"dataStore\":{\"name\":\"kent\",\"connectionParameters\":{\"entry\":["
            + "{\"@key\":\"host\",\"$\":\"127.0.0.1\"},{\"@key\":\"port\",\"$\":\"1\"},{\"@key\":\"passwd\",\"$\":\"x\"}]}}}";

    private final GeoServerStub stub = new GeoServerStub();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
        stub.close();
    }

    @Test
    void fact1AnEmptyListIsATextAndInnerListsOfOneCollapse() {
        assertThat(get("/rest/workspaces.json").body()).isEqualTo("{\"workspaces\":\"\"}");
        make("a");
        assertThat(get("/rest/workspaces.json").body()).contains("\"workspace\":[{");
        json(
                "POST",
                "/rest/workspaces/a/datastores.json",
                STORE.replaceAll("\\{\"@key\":\"p.*\"x\"}]", "]").replace(",]", "]"));
        assertThat(get("/rest/workspaces/a/datastores/kent.json").body()).contains("\"entry\":{\"@key\":\"host\"");
    }

    @Test
    void fact2TextsThatLookLikeNumbersAreNumbers() {
        make("123");
        assertThat(get("/rest/workspaces.json").body()).contains("\"name\":123");
        assertThat(get("/rest/about/version.json").body())
                .contains("\"Version\":33.1")
                .contains("\"2.27.1\"");
        assertThat(StubJson.spelt(StubJson.object().put("miny", -9.01E-6)).toString())
                .isEqualTo("{\"miny\":\"-9.01E-6\"}");
    }

    @Test
    void fact3ANameWithADotIsCutUnlessTheFormatIsNamed() {
        make("w.x");
        assertThat(get("/rest/workspaces/w.x").statusCode()).isEqualTo(404);
        assertThat(get("/rest/workspaces/w.x.json").statusCode()).isEqualTo(200);
        assertThat(send("DELETE", "/rest/workspaces/a%2Fb.json", "", "").statusCode())
                .isEqualTo(500);
        make("a b");
        assertThat(get("/rest/workspaces.json").body()).contains("a+b.json");
    }

    @Test
    void fact4FaultsAreTextOrPagesOrNothing() throws Exception {
        HttpResponse<String> missing = get("/rest/workspaces/yok.json");
        assertThat(missing.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(missing.body()).contains("yok");
        assertThat(get("/rest/workspaces/yok.json?quietOnNotFound=true").body()).isEmpty();
        HttpRequest nobody = HttpRequest.newBuilder(URI.create(stub.url() + "/rest/workspaces.json"))
                .build();
        HttpResponse<String> refused = http.send(nobody, HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
        assertThat(refused.body()).contains("<html>");
        assertThat(as("bakan:parola", "GET", "/rest/workspaces.json", "", "").statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "/rest/workspaces.json", "text/plain", "x").statusCode())
                .isEqualTo(415);
    }

    @Test
    void facts5And6DuplicatesAndBadNamesEachFailInTheirOwnWay() {
        assertThat(make("a").statusCode()).isEqualTo(201);
        assertThat(make("a").statusCode()).isEqualTo(409);
        assertThat(make("b c").body()).contains("Invalid URI syntax");
        assertThat(stub.catalogue.workspaces).containsKey("b c");
        json("POST", "/rest/workspaces/a/datastores.json", STORE);
        assertThat(json("POST", "/rest/workspaces/a/datastores.json", STORE).statusCode())
                .isEqualTo(500);
        style("POST", "a", "?name=s&raw=true", "<x/>");
        assertThat(style("POST", "a", "?name=s&raw=true", "<x/>").statusCode()).isEqualTo(403);
        assertThat(send("DELETE", "/rest/workspaces/a.json", "", "").statusCode())
                .isEqualTo(403);
        assertThat(send("DELETE", "/rest/workspaces/a.json?recurse=true", "", "")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void facts7And8AStoreIsNeverTriedAndAChangeReplacesAllOfIt() {
        make("a");
        assertThat(json("POST", "/rest/workspaces/a/datastores.json", STORE).statusCode())
                .isEqualTo(201);
        String store = "/rest/workspaces/a/datastores/kent";
        assertThat(get(store + "/featuretypes.json?list=available").statusCode())
                .isEqualTo(404);
        assertThat(json("POST", store + "/featuretypes.json", "{\"featureType\":{\"name\":\"bina\"}}")
                        .body())
                .isEmpty();
        assertThat(get(store + ".json").body()).contains("crypt1:");
        json("PUT", store + ".json", STORE.replaceAll("\\{\"@key\":\"port\",\"\\$\":\"1\"},", ""));
        assertThat(get(store + ".json").body()).doesNotContain("port");
    }

    @Test
    void facts13And14RawStylesAreKeptAsTheyAreAndOthersAreNot() {
        make("a");
        assertThat(style("POST", "a", "?name=raw&raw=true", "<broken").statusCode())
                .isEqualTo(201);
        assertThat(get("/rest/workspaces/a/styles/raw.sld").body()).isEqualTo("<broken");
        assertThat(style("POST", "a", "?name=b", "<broken").statusCode()).isEqualTo(500);
        assertThat(style("PUT", "a", "/raw.json", "<broken").statusCode()).isEqualTo(400);
        assertThat(style("PUT", "a", "/yok.json?raw=true", "<x/>").statusCode()).isEqualTo(400);
        assertThat(send("PUT", "/rest/workspaces/a/styles/raw.json", "text/xml", "<x/>")
                        .statusCode())
                .isEqualTo(500);
        style("POST", "a", "?name=new", "<a><b/></a>");
        assertThat(get("/rest/workspaces/a/styles/new.sld").body()).isNotEqualTo("<a><b/></a>");
        send("DELETE", "/rest/workspaces/a/styles/raw.json?purge=true", "", "");
        assertThat(stub.catalogue.workspace("a").backups).containsKey("raw.sld.bak");
    }

    @Test
    void facts17To19TheTileCacheSpeaksXmlAndItsTasksVanish() {
        assertThat(send("PUT", "/gwc/rest/gridsets/TM33.xml", "text/xml", "<gridSet/>")
                        .statusCode())
                .isEqualTo(201);
        assertThat(send("PUT", "/gwc/rest/gridsets/TM33.xml", "text/xml", "<gridSet/>")
                        .statusCode())
                .isEqualTo(200);
        assertThat(json("PUT", "/gwc/rest/gridsets/TM34.json", "{}").statusCode())
                .isEqualTo(500);
        assertThat(send("DELETE", "/gwc/rest/gridsets/TM33.json", "", "").statusCode())
                .isEqualTo(200);
        make("a");
        stub.catalogue.workspace("a").types.put("l", StubJson.object());
        String seed = "{\"seedRequest\":{\"gridSetId\":\"EPSG:900913\",\"type\":\"seed\"}}";
        assertThat(json("POST", "/gwc/rest/seed/a:l.json", seed).statusCode()).isEqualTo(200);
        assertThat(get("/gwc/rest/seed/a:l.json").body()).contains("[10,100,9,1,1]");
        assertThat(get("/gwc/rest/seed/a:l.json").body()).isEqualTo("{\"long-array-array\":[]}");
        assertThat(json("POST", "/gwc/rest/seed/a:yok.json", seed).statusCode()).isEqualTo(500);
        assertThat(get("/gwc/rest/layers/a:yok.json").statusCode()).isEqualTo(404);
        assertThat(send("POST", "/gwc/rest/seed/a:l", "application/x-www-form-urlencoded", "kill_all=all")
                        .body())
                .contains("<html>");
        String truncate = "<truncateLayer><layerName>a:l</layerName></truncateLayer>";
        assertThat(send("POST", "/gwc/rest/masstruncate", "text/xml", truncate).statusCode())
                .isEqualTo(200);
        assertThat(send("POST", "/gwc/rest/masstruncate", "text/xml", truncate.replace(":l", ":x"))
                        .statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> picture() {
        return get("/r1/wms?request=GetMap&layers=l&width=8&height=8");
    }

    @Test
    void fact21AListThatWaitsForItsDatabaseHoldsUpAnother() throws Exception {
        make("a");
        json("POST", "/rest/workspaces/a/datastores.json", STORE);
        stub.listFor(Duration.ofMillis(1500));
        long begun = System.nanoTime();
        Thread list = Thread.startVirtualThread(
                () -> get("/rest/workspaces/a/datastores/kent/featuretypes.json?list=available"));
        while (stub.requests().stream().noneMatch(one -> one.contains("list=available"))) Thread.onSpinWait();
        Thread.sleep(200); // until it holds the lock
        make("b");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(1400));
        list.join();
    }

    @Test
    void fact20RulesAreMadeByPostAndChangedByPut() {
        String rules = "/rest/security/acl/layers";
        assertThat(json("POST", rules + ".json", "{\"r1.*.r\":\"*\"}").statusCode())
                .isEqualTo(200);
        assertThat(json("POST", rules + ".json", "{\"r1.*.r\":\"*\"}").statusCode())
                .isEqualTo(409);
        assertThat(json("PUT", rules + ".json", "{\"r2.*.r\":\"*\"}").statusCode())
                .isEqualTo(409);
        assertThat(json("POST", rules + ".json", "{\"r1\":\"*\"}").statusCode()).isEqualTo(422);
        assertThat(get(rules + ".json").body()).contains("\"r1.*.r\":\"*\"");
        assertThat(send("DELETE", rules + "/r1.*.r.json", "", "").statusCode()).isEqualTo(200);
        make("r1");
        stub.catalogue.workspace("r1").types.put("l", StubJson.object());
        json("POST", rules + ".json", "{\"r1.*.r\":\"ADMIN\"}");
        assertThat(picture().body()).as("hidden").contains("LayerNotDefined");
        assertThat(get("/r1/wms?request=GetCapabilities").body()).doesNotContain("<Name>l<");
        assertThat(json("PUT", "/rest/security/acl/catalog.json", "{\"mode\":\"CHALLENGE\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(picture().statusCode()).isEqualTo(401);
        assertThat(get("/wms?request=GetCapabilities").body()).contains("<Name>r1:l<");
        assertThat(json("POST", "/rest/security/roles/role/PLAN.json", "{}").statusCode())
                .isEqualTo(201);
        assertThat(json("POST", "/rest/security/roles/role/PLAN.json", "{}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void fact21AFaultOfAMapComesWithSuccess() {
        make("a");
        HttpResponse<String> answer = get("/a/wms?request=GetMap&layers=yok&width=9&height=9");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("se_xml");
        assertThat(answer.body()).contains("LayerNotDefined");
    }

    private HttpResponse<String> make(String workspace) {
        return json("POST", "/rest/workspaces.json", "{\"workspace\":{\"name\":\"" + workspace + "\"}}");
    }

    private HttpResponse<String> style(String method, String workspace, String rest, String sld) {
        return send(
                method,
                "/rest/workspaces/" + workspace + "/styles" + (rest.startsWith("?") ? ".json" : "") + rest,
                "application/vnd.ogc.sld+xml",
                sld);
    }

    private HttpResponse<String> get(String path) {
        return send("GET", path, "", "");
    }

    private HttpResponse<String> json(String method, String path, String body) {
        return send(method, path, "application/json", body);
    }

    private HttpResponse<String> send(String method, String path, String type, String body) {
        return as(GeoServerStub.USER + ":" + GeoServerStub.PASSWORD, method, path, type, body);
    }

    private HttpResponse<String> as(String account, String method, String path, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(stub.url() + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)))
                .method(method, BodyPublishers.ofString(body));
        if (!type.isEmpty()) request.header("Content-Type", type);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
