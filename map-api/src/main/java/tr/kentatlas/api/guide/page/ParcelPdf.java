package tr.kentatlas.api.guide.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import tr.kentatlas.spatial.search.ParcelFacts;
import tr.kentatlas.spatial.search.Place;
import tr.kentatlas.spatial.store.Edition;

/** A parcel's page as a PDF of one sheet: the parcel, what the plans decide, its drawing, release and legal note. */
@Component
public final class ParcelPdf {
    private static final float MAP_HEIGHT = 230;
    /** A heading and the gap below it. */
    private static final float HEADING = 24;

    private final ZoningWords words;
    private final FactWords facts;

    ParcelPdf(ZoningWords words, FactWords facts) {
        this.words = words;
        this.facts = facts;
    }

    /** The document's bytes; equal for one parcel of one release and language. */
    public byte[] write(String city, Place place, List<Place> around, Edition edition, Locale locale) {
        try (PDDocument document = new PDDocument()) {
            String title = words.say("guide.parcelTitle", locale) + ": " + place.title();
            describe(document, title, city, edition, locale);
            try (Sheet sheet = new Sheet(document)) {
                sheet.text(city, 10);
                sheet.heading(title, 18);
                sheet.text(place.where(), 11);
                sheet.gap(8);
                if (place.geometry() != null)
                    new ParcelMap(place, around, words.say("guide.north", locale)).draw(sheet, MAP_HEIGHT);
                sheet.gap(10);
                parcel(sheet, place, locale);
                zoning(sheet, Objects.requireNonNull(place.parcel()), locale);
                foot(sheet, title, edition, locale);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the parcel cannot be written as PDF", e);
        }
    }

    private static void describe(PDDocument document, String title, String city, Edition edition, Locale locale) {
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setAuthor(city);
        Calendar published = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        published.setTimeInMillis(edition.publishedAt().toEpochMilli());
        document.getDocumentInformation().setCreationDate(published);
        document.getDocumentCatalog().setLanguage(locale.getLanguage());
        document.setDocumentId(edition.release());
    }

    private void parcel(Sheet sheet, Place place, Locale locale) throws IOException {
        ParcelFacts parcel = Objects.requireNonNull(place.parcel());
        sheet.heading(words.say("guide.parcel", locale), 13);
        if (!parcel.parcel().isEmpty()) {
            sheet.row(words.say("guide.block", locale), parcel.block());
            sheet.row(words.say("guide.number", locale), parcel.parcel());
        }
        String area = words.area(parcel, locale);
        if (!area.isEmpty()) sheet.row(words.say("guide.area", locale), area);
        for (FactWords.Fact fact : facts.of(place, locale)) sheet.row(fact.label(), fact.value());
    }

    private void zoning(Sheet sheet, ParcelFacts parcel, Locale locale) throws IOException {
        List<ZoningWords.Decision> decisions = words.of(parcel, locale);
        sheet.gap(10);
        if (!decisions.isEmpty()) keepWithFirst(sheet, decisions.getFirst());
        sheet.heading(words.say("guide.zoning", locale), 13);
        if (decisions.isEmpty()) sheet.text(words.say("guide.noZoning", locale), 10);
        for (ZoningWords.Decision decision : decisions) {
            sheet.gap(4);
            sheet.block(decision.plan(), rows(decision));
        }
        List<ZoningWords.Row> restrictions = words.restrictions(parcel, locale);
        if (restrictions.isEmpty()) return;
        sheet.gap(10);
        sheet.heading(words.say("guide.restrictions", locale), 13);
        for (ZoningWords.Row row : restrictions) sheet.row(row.label(), row.value());
    }

    /** No heading stands alone at the end of a page. */
    private static void keepWithFirst(Sheet sheet, ZoningWords.Decision first) throws IOException {
        sheet.keep(HEADING + sheet.height(first.plan(), rows(first)));
    }

    private static List<ZoningWords.Row> rows(ZoningWords.Decision decision) {
        List<ZoningWords.Row> rows = new ArrayList<>();
        rows.add(new ZoningWords.Row(decision.use(), decision.share()));
        rows.addAll(decision.rows());
        return rows;
    }

    private void foot(Sheet sheet, String title, Edition edition, Locale locale) throws IOException {
        String decision = words.decision(edition, locale);
        String about = title + "  ·  " + words.release(edition, locale);
        sheet.foot(words.say("guide.legal", locale), decision.isEmpty() ? about : about + "  ·  " + decision);
    }
}
