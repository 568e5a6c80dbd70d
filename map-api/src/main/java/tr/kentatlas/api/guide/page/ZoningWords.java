package tr.kentatlas.api.guide.page;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.page.ValueWords;
import tr.kentatlas.spatial.feature.time.CityTime;
import tr.kentatlas.spatial.search.ParcelFacts;
import tr.kentatlas.spatial.search.ParcelFacts.Zoning;
import tr.kentatlas.spatial.store.Edition;

/** What plans decide for a parcel, in words and with units: the same for the page and the PDF. */
@Component
public final class ZoningWords {
    private final MessageSource words;

    ZoningWords(MessageSource words) {
        this.words = words;
    }

    /** A label and a value. */
    public record Row(String label, String value) {}

    /** One plan's decision for one part of the parcel. */
    public record Decision(String plan, String use, String share, List<Row> rows) {}

    public List<Decision> of(ParcelFacts parcel, Locale locale) {
        return parcel.zoning().stream().map(zoning -> decision(zoning, locale)).toList();
    }

    public List<Row> restrictions(ParcelFacts parcel, Locale locale) {
        return parcel.restrictions().stream()
                .map(one -> new Row(one.name().in(locale), percent(one.share(), locale)))
                .toList();
    }

    /** The registered area; empty when unknown. */
    public String area(ParcelFacts parcel, Locale locale) {
        Double area = parcel.area();
        return area == null ? "" : number(area, 2, locale) + "\u00a0m²";
    }

    /** The release the data is of, with its day. */
    public String release(Edition edition, Locale locale) {
        LocalDate day = LocalDate.ofInstant(edition.publishedAt(), CityTime.ZONE);
        return say(
                "guide.release",
                locale,
                edition.release(),
                ValueWords.plain(locale).day(day));
    }

    /** By what the plans were approved for publication; empty when unknown. */
    public String decision(Edition edition, Locale locale) {
        Optional<Edition.Decided> decided = edition.find("plan_kullanim_alani").map(Edition.Entry::decision);
        return decided.map(d -> say(
                        "decision",
                        locale,
                        say("body." + d.body().word(), locale),
                        d.number(),
                        ValueWords.plain(locale).day(d.date())))
                .orElse("");
    }

    public String say(String key, Locale locale, Object... values) {
        return words.getMessage(key, values, locale);
    }

    private Decision decision(Zoning zoning, Locale locale) {
        String scale = zoning.scale() == null ? "" : " (1/" + zoning.scale() + ")";
        List<Row> rows = new ArrayList<>();
        number("guide.taks", zoning.coverage(), "", rows, locale);
        number("guide.kaks", zoning.floorArea(), "", rows, locale);
        if (zoning.floors() != null)
            rows.add(new Row(say("guide.floors", locale), zoning.floors().toString()));
        number("guide.height", zoning.height(), "\u00a0m", rows, locale);
        number("guide.front", zoning.frontYard(), "\u00a0m", rows, locale);
        number("guide.side", zoning.sideYard(), "\u00a0m", rows, locale);
        if (zoning.order() != null)
            rows.add(new Row(say("guide.order", locale), zoning.order().in(locale)));
        day("guide.approved", zoning.approvedOn(), rows, locale);
        day("guide.inForce", zoning.inForceSince(), rows, locale);
        if (zoning.planNumber() != null) rows.add(new Row(say("guide.pin", locale), zoning.planNumber()));
        return new Decision(
                zoning.planTypeName().in(locale) + scale + ": " + zoning.plan(),
                zoning.useName().in(locale),
                percent(zoning.share(), locale),
                rows);
    }

    private void number(String key, @Nullable Double value, String unit, List<Row> rows, Locale locale) {
        if (value != null) rows.add(new Row(say(key, locale), number(value, 2, locale) + unit));
    }

    private void day(String key, @Nullable String day, List<Row> rows, Locale locale) {
        if (day == null) return;
        try {
            rows.add(new Row(say(key, locale), ValueWords.plain(locale).day(LocalDate.parse(day))));
        } catch (DateTimeParseException e) {
            rows.add(new Row(say(key, locale), day));
        }
    }

    private static String number(double value, int decimals, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(ValueWords.spoken(locale));
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    private static String percent(double share, Locale locale) {
        NumberFormat format = NumberFormat.getPercentInstance(ValueWords.spoken(locale));
        return format.format(share);
    }
}
