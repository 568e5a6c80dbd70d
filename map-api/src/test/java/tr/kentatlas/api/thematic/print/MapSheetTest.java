package tr.kentatlas.api.thematic.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;

class MapSheetTest {
    private static final String MAP = "{\"type\":\"bina\",\"value\":\"zeminUstuKatSayisi\",\"classes\":6,"
            + "\"title\":\"Şişli İğdır ığüşöç: Kat sayısı\",\"source\":\"Örnek veri\"}";

    private static final List<String> PAPERS = List.of("a4-portrait", "a4-landscape", "a3-portrait", "a3-landscape");

    private final DeskClient planner = DeskCity.shared().signedIn(Role.PLANNER);

    @Test
    void aSheetHasWhatAMapMustTell() throws IOException {
        try (PDDocument sheet = Loader.loadPDF(pdf("a4-landscape"))) {
            String text = new PDFTextStripper().getText(sheet);
            assertThat(text)
                    .contains(
                            "Şişli İğdır ığüşöç",
                            "Açıklama",
                            "Zemin üstü kat",
                            "Doğal kırılmalar",
                            "Ölçek 1:",
                            "Kaynak: Örnek veri",
                            "Taslak",
                            "EPSG:");
            sheet.getPage(0).getResources().getFontNames().forEach(name -> {
                try {
                    assertThat(sheet.getPage(0).getResources().getFont(name).isEmbedded())
                            .isTrue();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    @Test
    void aPublishedMapBearsItsDecision() throws IOException {
        String id = JsonMapper.shared()
                .readTree(planner.post("/api/desk/thematic", MAP).body())
                .path("id")
                .asString();
        planner.post(
                "/api/desk/thematic/" + id + "/state",
                "{\"state\":\"published\",\"decisionNo\":\"2026/5\",\"decisionDate\":\"2026-11-03\"}");
        assertThat(text("/api/thematic/" + id + "/pdf?lang=tr"))
                .contains("Karar: 2026/5, 3 Kasım 2026")
                .doesNotContain("Taslak");
        assertThat(text("/api/thematic/" + id + "/pdf?lang=en")).contains("Decision: 2026/5, 3 November 2026");
    }

    private String text(String address) throws IOException {
        HttpResponse<byte[]> answer = planner.bytes(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        try (PDDocument sheet = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(sheet);
        }
    }

    @Test
    void theSheetsOfAllPapersAreBuiltAlike() throws IOException {
        for (String paper : PAPERS) {
            try (PDDocument sheet = Loader.loadPDF(pdf(paper))) {
                PDPage page = sheet.getPage(0);
                assertThat(sheet.getNumberOfPages()).as(paper).isEqualTo(1);
                assertThat(count(page, "Do")).as("no picture, vectors only").isZero();
                assertThat(count(page, "Tj")).as(paper).isGreaterThan(12);
            }
        }
    }

    /** Many classes, a title and a source as long as people write them. */
    @Test
    void nothingIsWrittenOverAnotherThingOrBesideThePaper() throws IOException {
        String title = "Cumhuriyet Mahallesi ve çevresindeki yapıların zemin üstü kat sayıları: ".repeat(3);
        String source = "Belediye imar arşivi, saha ölçümü ve ulusal adres kaydı ".repeat(4) + "x".repeat(60);
        String map = "{\"type\":\"bina\",\"value\":\"zeminUstuKatSayisi\",\"method\":\"manual\","
                + "\"breaks\":[1,2,3,4,5,6,7,8,9,10,11],\"title\":\"" + title + "\",\"source\":\"" + source + "\","
                + "\"filter\":\"zeminUstuKatSayisi > 0 AND toplamTabanAlani > 20 OR toplamTabanAlani > 30\"}";
        for (String paper : PAPERS) {
            try (PDDocument sheet = Loader.loadPDF(pdf(paper, map, paper + "-full"))) {
                List<Rectangle2D> words = SheetContent.boxes(sheet);
                var page = sheet.getPage(0).getMediaBox();
                Rectangle2D paperEdge = new Rectangle2D.Float(0, 0, page.getWidth(), page.getHeight());
                assertThat(words).as(paper).hasSizeGreaterThan(20).allMatch(paperEdge::contains);
                for (int i = 0; i < words.size(); i++) {
                    Rectangle2D one = words.get(i);
                    assertThat(words.subList(i + 1, words.size())).as(paper).noneMatch(one::intersects);
                }
            }
        }
    }

    private static long count(PDPage page, String operator) throws IOException {
        List<Object> tokens = new ArrayList<>(new PDFStreamParser(page).parse());
        return tokens.stream()
                .filter(token -> token instanceof Operator op && op.getName().equals(operator))
                .count();
    }

    private byte[] pdf(String paper) throws IOException {
        return pdf(paper, MAP, paper);
    }

    private byte[] pdf(String paper, String map, String name) throws IOException {
        String query = "/api/desk/thematic/preview/pdf?paper=" + paper + "&map="
                + URLEncoder.encode(map, StandardCharsets.UTF_8);
        HttpResponse<byte[]> answer = planner.bytes(query);
        assertThat(answer.statusCode()).isEqualTo(200);
        Path seen = Path.of("target/pictures/" + name + ".pdf");
        Files.createDirectories(seen.toAbsolutePath().getParent());
        Files.write(seen, answer.body()); // for whoever wants to look at it
        return answer.body();
    }
}
