package tr.kentatlas.api.thematic.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;

class MapSheetTest {
    private static final String MAP = "{\"type\":\"bina\",\"value\":\"zeminUstuKatSayisi\",\"classes\":6,"
            + "\"title\":\"Şişli İğdır ığüşöç: Kat sayısı\",\"source\":\"Örnek veri\"}";

    private final DeskClient planner = DeskCity.shared().signedIn(Role.PLANNER);

    @Test
    void aSheetHasWhatAMapMustTell() throws IOException {
        try (PDDocument sheet = Loader.loadPDF(pdf("a4-landscape"))) {
            String text = new PDFTextStripper().getText(sheet);
            assertThat(text)
                    .contains("Şişli İğdır ığüşöç", "Açıklama", "Ölçek 1:", "Kaynak: Örnek veri", "Taslak", "EPSG:");
            sheet.getPage(0).getResources().getFontNames().forEach(name -> {
                try {
                    assertThat(sheet.getPage(0).getResources().getFont(name).isEmbedded())
                            .isTrue();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        }
    }

    @Test
    void theSheetsOfAllPapersAreBuiltAlike() throws IOException {
        for (String paper : List.of("a4-portrait", "a4-landscape", "a3-portrait", "a3-landscape")) {
            try (PDDocument sheet = Loader.loadPDF(pdf(paper))) {
                PDPage page = sheet.getPage(0);
                assertThat(sheet.getNumberOfPages()).as(paper).isEqualTo(1);
                assertThat(count(page, "Do")).as("no picture, vectors only").isZero();
                assertThat(count(page, "Tj")).as(paper).isGreaterThan(12);
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
        String query = "/api/desk/thematic/preview/pdf?paper=" + paper + "&map="
                + URLEncoder.encode(MAP, StandardCharsets.UTF_8);
        HttpResponse<byte[]> answer = planner.bytes(query);
        assertThat(answer.statusCode()).isEqualTo(200);
        Path seen = Path.of("target/pictures/" + paper + ".pdf");
        Files.createDirectories(seen.toAbsolutePath().getParent());
        Files.write(seen, answer.body()); // for whoever wants to look at it
        return answer.body();
    }
}
