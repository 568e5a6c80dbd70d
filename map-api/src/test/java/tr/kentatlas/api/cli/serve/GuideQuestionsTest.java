package tr.kentatlas.api.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.SmallCity;

/** What citizens type, before a real service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuideQuestionsTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final GuideClient guide = GuideClient.onFreePort();
    private @Nullable ConfigurableApplicationContext web;

    @BeforeAll
    void start(@TempDir Path folder) {
        web = WebServer.start(guide.port(), SmallCity.city(SmallCity.database()), folder);
    }

    @AfterAll
    void stop() {
        Objects.requireNonNull(web).close();
    }

    @Test
    void aQuestionForWhoIsOpenIsAnsweredWithThoseOrAsOneForDuty() {
        JsonNode found = json("/api/guide/search?q=" + encoded("açık eczane"));
        boolean isOpen = !found.path("results").isEmpty();
        assertThat(found.path("understood").asString()).isEqualTo(isOpen ? "open" : "duty");
        assertThat(found.path("results"))
                .allSatisfy(hit -> assertThat(hit.path("open").booleanValue()).isTrue());
    }

    @Test
    void whereAPharmacyIsAskedForItsDistancesBegin() {
        JsonNode found = json("/api/guide/search?q=" + encoded("cumhuriyet mahallesi nöbetçi eczane"));
        assertThat(found.path("around").path("title").asString()).isEqualTo("Cumhuriyet Mahallesi");
        assertThat(found.path("loose").booleanValue()).isFalse();
        assertThat(found.path("results")).allSatisfy(hit -> assertThat(hit.has("distance"))
                .isTrue());
        String there = "&lon=" + found.path("around").path("longitude") + "&lat="
                + found.path("around").path("latitude");
        String again = encoded("cumhuriyet mahallesi nöbetçi eczane") + there;
        assertThat(json("/api/guide/search?q=" + again).has("around")).isFalse();
        JsonNode unknown = json("/api/guide/search?q=" + encoded("xyzxyz mahallesi nöbetçi eczane"));
        assertThat(unknown.has("around")).isFalse();
        assertThat(unknown.path("loose").booleanValue()).isTrue();
    }

    private JsonNode json(String path) {
        return JSON.readTree(guide.get(path).body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
