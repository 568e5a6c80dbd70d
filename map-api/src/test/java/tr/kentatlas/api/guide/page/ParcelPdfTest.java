package tr.kentatlas.api.guide.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.search.ParcelFacts;
import tr.kentatlas.spatial.search.Place;
import tr.kentatlas.spatial.store.Edition;

/** A parcel as a PDF, page by page. */
class ParcelPdfTest {
    private static final Locale TURKISH = Locale.of("tr");
    private static final String SQUARE =
            "{\"type\":\"Polygon\",\"coordinates\":[[[33,40],[33.001,40],[33.001,40.001],[33,40.001],[33,40]]]}";

    private final ResourceBundleMessageSource words = words();
    private final ParcelPdf pdf = new ParcelPdf(new ZoningWords(words), new FactWords(words));

    @Test
    void whatAPlanDecidesIsOnOnePage() {
        for (int plans = 1; plans <= 9; plans++) {
            List<String> pages = pages(plans, TURKISH);
            for (int plan = 1; plan <= plans; plan++) {
                String title = "Planı " + plan + "!";
                String last = "PIN-" + plan + "!";
                assertThat(pages)
                        .as("%s of %s", title, plans)
                        .filteredOn(page -> page.contains(title))
                        .singleElement()
                        .asString()
                        .contains(last);
            }
        }
    }

    @Test
    void northIsWrittenInTheReadersLanguage() {
        assertThat(pages(1, TURKISH).getFirst().lines().map(String::strip))
                .contains("K")
                .doesNotContain("N");
        assertThat(pages(1, Locale.ENGLISH).getFirst().lines().map(String::strip))
                .contains("N")
                .doesNotContain("K");
    }

    private List<String> pages(int plans, Locale locale) {
        Edition edition = new Edition(1, Instant.parse("2026-11-23T03:00:00Z"), 5255, Map.of());
        try (PDDocument document = Loader.loadPDF(pdf.write("Örnekova", parcel(plans), List.of(), edition, locale))) {
            return IntStream.rangeClosed(1, document.getNumberOfPages())
                    .mapToObj(page -> text(document, page))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(PDDocument document, int page) {
        try {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Place parcel(int plans) {
        List<ParcelFacts.Zoning> zoning =
                IntStream.rangeClosed(1, plans).mapToObj(ParcelPdfTest::zoning).toList();
        Text kind = new Text("Parsel", "Parcel");
        ParcelFacts facts = new ParcelFacts("Örnekova", "Cumhuriyet", "101", "2", 3001.36, zoning, List.of());
        return new Place(
                new UUID(1, 2),
                Place.Sort.PARCEL,
                "parsel",
                "parsel",
                kind,
                "101 ada 2 parsel",
                "Cumhuriyet Mahallesi",
                "/imar/ornekova/cumhuriyet/101/2",
                33.0005,
                40.0005,
                SQUARE,
                List.of(),
                facts);
    }

    private static ParcelFacts.Zoning zoning(int number) {
        Text plan = new Text("Uygulama imar planı", "Implementation plan");
        Text use = new Text("Konut", "Housing");
        return new ParcelFacts.Zoning(
                "uip",
                plan,
                "Uygulama İmar Planı " + number + "!",
                "PIN-" + number + "!",
                1000,
                "2019-05-12",
                "2019-06-26",
                "konut",
                use,
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static ResourceBundleMessageSource words() {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("kentatlas/i18n/pages");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        return words;
    }
}
