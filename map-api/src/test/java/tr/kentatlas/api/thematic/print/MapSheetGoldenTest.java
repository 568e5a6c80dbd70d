package tr.kentatlas.api.thematic.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;
import tr.kentatlas.testsupport.Golden;

/** A printed map is what it was: its words and their places, what is drawn in which colour, and the picture it makes. */
class MapSheetGoldenTest {
    private static final String MAP =
            "{\"type\":\"bina\",\"value\":\"zeminUstuKatSayisi\",\"method\":\"quantile\",\"classes\":4,"
                    + "\"palette\":\"YlGnBu\",\"title\":{\"tr\":\"Kat sayısı\",\"en\":\"Floors\"},\"source\":\"Örnek veri\"}";

    /** Of 255; how far the mean of a cell may be off where another version draws edges otherwise. */
    private static final int TOLERANCE = 6;

    private final DeskClient planner = DeskCity.shared().signedIn(Role.PLANNER);

    @Test
    void theWordsAndTheDrawingAreAsTheyWere() throws IOException {
        for (String language : List.of("tr", "en")) {
            try (PDDocument sheet = Loader.loadPDF(pdf(language))) {
                Golden.assertMatches(
                        "thematic/sheet-" + language + ".txt",
                        SheetContent.words(sheet) + "\n\n" + SheetContent.drawing(sheet.getPage(0)));
            }
        }
    }

    @Test
    void thePictureIsAsItWas() throws IOException {
        int[][] cells;
        try (PDDocument sheet = Loader.loadPDF(pdf("tr"))) {
            cells = SheetContent.cells(sheet);
        }
        Path golden = Path.of("src/test/resources/thematic/sheet-cells.txt");
        if (Boolean.getBoolean("golden.update")) Golden.assertMatches(golden, written(cells));
        String[] lines = Files.readString(golden).split("\n", -1);
        assertThat(lines).hasSize(cells.length + 1);
        for (int i = 0; i < cells.length; i++) {
            String[] expected = lines[i].split(" ", -1);
            for (int part = 0; part < 3; part++) {
                assertThat(Math.abs(cells[i][part] - Integer.parseInt(expected[part])))
                        .as("cell %d of row %d: %s", i % SheetContent.COLUMNS, i / SheetContent.COLUMNS, lines[i])
                        .isLessThanOrEqualTo(TOLERANCE);
            }
        }
    }

    @Test
    void theSameMapIsTheSameFile() {
        assertThat(pdf("tr")).isEqualTo(pdf("tr"));
    }

    private static String written(int[][] cells) {
        return Arrays.stream(cells)
                .map(cell -> cell[0] + " " + cell[1] + " " + cell[2])
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private byte[] pdf(String language) {
        var answer = planner.bytes("/api/desk/thematic/preview/pdf?paper=a4-landscape&lang=" + language + "&map="
                + URLEncoder.encode(MAP, StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
