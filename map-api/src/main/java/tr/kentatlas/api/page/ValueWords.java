package tr.kentatlas.api.page;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.feature.time.CityTime;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.Model;

/** Values as people of a language read them: codes by their titles, days and measures written out, in the city's time. */
public final class ValueWords {
    private static final int MOST_DECIMALS = 3;

    private final @Nullable Model model;
    private final Locale locale;

    public ValueWords(@Nullable Model model, Locale locale) {
        this.model = model;
        this.locale = spoken(locale);
    }

    /** For numbers and days, which belong to no model. */
    public static ValueWords plain(Locale locale) {
        return new ValueWords(null, locale);
    }

    /** How numbers and days are written in a language. */
    public static Locale spoken(Locale language) {
        return language.getLanguage().equals("en") ? Locale.UK : Locale.of("tr", "TR");
    }

    /** A value of an attribute with its unit. */
    public String of(Attribute attribute, Object value) {
        if (value instanceof List<?> many) {
            return many.stream()
                    .map(one -> of(attribute, Objects.requireNonNull(one)))
                    .collect(Collectors.joining(", "));
        }
        String text = bare(attribute, value);
        return attribute.unit() == null ? text : text + "\u00a0" + unit(attribute.unit());
    }

    /** A day. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .localizedBy(locale)
                .format(day);
    }

    /** A count with its thousands set apart. */
    public String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    private String bare(Attribute attribute, Object value) {
        return switch (value) {
            case Boolean flag -> yesOrNo(flag);
            case LocalDate day -> day(day);
            case Instant time -> day(LocalDate.ofInstant(time, CityTime.ZONE));
            case Double measure -> measure(measure);
            default -> coded(attribute, value.toString());
        };
    }

    private String yesOrNo(boolean flag) {
        if (locale.getLanguage().equals("en")) return flag ? "yes" : "no";
        return flag ? "evet" : "hayır";
    }

    /** A number, to the thousandth. */
    public String measure(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(value);
    }

    private String coded(Attribute attribute, String value) {
        if (model == null || attribute.list() == null) return value;
        return model.words(attribute, value).in(locale);
    }

    private static String unit(String unit) {
        return switch (unit) {
            case "m2" -> "m²";
            case "m3" -> "m³";
            case "deg" -> "°";
            default -> unit;
        };
    }
}
