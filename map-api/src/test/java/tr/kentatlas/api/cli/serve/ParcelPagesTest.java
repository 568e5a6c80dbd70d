package tr.kentatlas.api.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Replacing;

/** The pages of parcels whose number is not theirs alone: two that share one, and one that has none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParcelPagesTest {
    private static final String SHARED = "/imar/ornekova/cumhuriyet/9001/2";

    private final PGSimpleDataSource owner = SmallCity.database();
    private final GuideClient guide = GuideClient.onFreePort();
    private List<UUID> twins = List.of();
    private UUID unnumbered = new UUID(0, 0);
    private @Nullable ConfigurableApplicationContext web;

    @BeforeAll
    void start(@TempDir Path folder) {
        List<UUID> three = JdbcClient.create(owner)
                .sql("""
                        SELECT p.tucbs_no FROM working.parsel p JOIN working.idari_birim m ON m.tucbs_no = p.mahalle
                         WHERE m.ad LIKE 'Cumhuriyet%' ORDER BY p.tucbs_no LIMIT 3
                        """)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        twins = three.subList(0, 2);
        unnumbered = three.get(2);
        twins.forEach(id -> number(id, "9001", "2"));
        number(unnumbered, null, null);
        publish();
        web = WebServer.start(guide.port(), SmallCity.city(owner), folder);
    }

    @AfterAll
    void stop() {
        Objects.requireNonNull(web).close();
    }

    @Test
    void ofParcelsThatShareANumberNoneStandsForTheOther() {
        HttpResponse<String> answer = guide.get(SHARED);
        assertThat(answer.statusCode()).isEqualTo(409);
        JsonNode told = JsonMapper.shared().readTree(answer.body());
        assertThat(told.path("errors")
                        .valueStream()
                        .map(one -> one.path("parameter").asString()))
                .containsExactlyInAnyOrderElementsOf(
                        twins.stream().map(id -> "/imar/" + id).toList());
        assertThat(guide.get(SHARED + "?f=pdf").statusCode()).isEqualTo(409);
        assertThat(guide.get("/api/guide/parcel?ilce=ornekova&mahalle=cumhuriyet&ada=9001&parsel=2")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whoAsksForANumberOfSeveralChoosesByWhatTellsThemApart() {
        JsonNode told = JsonMapper.shared().readTree(guide.get(SHARED).body());
        assertThat(told.path("errors")
                        .valueStream()
                        .map(one -> one.path("detail").asString()))
                .doesNotHaveDuplicates()
                .allMatch(detail -> detail.contains("9001 ada 2 parsel") && detail.contains(" m²"));
        assertThat(guide.get(SHARED + "?lang=en", "Accept", "text/html").body())
                .contains("href=\"/imar/" + twins.get(0), "href=\"/imar/" + twins.get(1))
                .contains("<h1>Several parcels have this number</h1>", "Search in the City Guide");
    }

    @Test
    void eachHasItsOwnPageByItsIdentity() {
        for (UUID id : List.of(twins.get(0), twins.get(1), unnumbered)) {
            String page = "/imar/" + id;
            assertThat(guide.get(page).body()).contains("\"id\":\"" + id + "\"", "\"path\":\"" + page + "\"");
            assertThat(guide.get("/yer/" + id, "Accept", "text/html").headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).contains(page));
            assertThat(guide.get(page, "Accept", "text/html").body()).contains(id.toString());
            assertThat(guide.get(page + "?f=pdf").body()).startsWith("%PDF-");
        }
    }

    @Test
    void nothingElseHasAPageThere() {
        assertThat(guide.get("/imar/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(guide.get("/imar/parsel").statusCode()).isEqualTo(404);
    }

    private void number(UUID id, @Nullable String block, @Nullable String parcel) {
        JdbcClient.create(owner)
                .sql("UPDATE working.parsel SET ada_no = ?, parsel_no = ? WHERE tucbs_no = ?")
                .param(block)
                .param(parcel)
                .param(id)
                .update();
    }

    private void publish() {
        Publisher publisher =
                new Publisher(owner, ModelReader.read(), SmallCity.SRID, (draft, progress) -> List.of(), List.of());
        publisher.draft(List.of(), "test", null, Replacing.ANY, Progress.silent());
        publisher.check(Progress.silent());
        publisher.approve(List.of(), new Decision(Approval.COUNCIL, "2026/2", LocalDate.of(2026, 11, 4), "test"));
        publisher.publish("test", null, Progress.silent());
    }
}
