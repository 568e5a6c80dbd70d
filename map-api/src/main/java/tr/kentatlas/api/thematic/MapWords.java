package tr.kentatlas.api.thematic;

import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.thematic.classes.Method;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.cql2.Cql2Writer;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.thematic.Measure;

/** What a map shows, in words: its value with what that is divided by, its unit, its filter and its method. */
public final class MapWords {
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_PART = 240;

    private final VisibleType type;
    private final FieldWords fields;

    public MapWords(VisibleType type) {
        this.type = type;
        this.fields = new FieldWords(type);
    }

    /** What a map is called that has no title of its own. */
    public Text title(Measure measure) {
        Text kind = type.type().title();
        Text value = value(measure);
        return shortened(new Text(kind.tr() + ": " + value.tr(), kind.en() + ": " + value.en()), LONGEST_TITLE);
    }

    /** One line for whoever reads the map, whatever its title says. */
    Text about(ThematicMap map) {
        Text value = shortened(value(map.measure()), LONGEST_PART);
        Text filter = filter(map);
        Text method = map.method().title();
        String tr = value.tr() + filter.tr();
        String en = value.en() + filter.en();
        return map.method() == Method.CATEGORIES
                ? new Text(tr, en)
                : new Text(tr + " · " + method.tr(), en + " · " + method.en());
    }

    private Text filter(ThematicMap map) {
        if (map.filter() == null) return new Text("", "");
        Text told = shortened(fields.told(Cql2Writer.write(map.filter())), LONGEST_PART);
        return new Text(" · Süzgeç: " + told.tr(), " · Filter: " + told.en());
    }

    private Text value(Measure measure) {
        Text value = words(measure.value());
        return switch (measure.divisor()) {
            case Measure.Undivided whole -> value;
            case Measure.By by -> divided(bracketed(measure.value(), value), bracketed(by.value(), words(by.value())));
            case Measure.ByArea area -> {
                String per = perArea(area);
                yield divided(bracketed(measure.value(), value), new Text(per, per));
            }
        };
    }

    private static Text divided(Text value, Text divisor) {
        return new Text(value.tr() + " / " + divisor.tr(), value.en() + " / " + divisor.en());
    }

    private Text words(Cql2.Scalar value) {
        Text told = fields.told(Cql2Writer.writeValue(value));
        return isYear(value) ? new Text(told.tr() + " (yıl)", told.en() + " (year)") : told;
    }

    /** Whether the map shows the years of days or instants, which no thousands are set apart in. */
    boolean isOfYears(Measure measure) {
        return isYear(measure.value());
    }

    private boolean isYear(Cql2.Scalar value) {
        return value instanceof Cql2.Property property
                && type.attribute(property.name()).filter(Attribute::isTime).isPresent();
    }

    private static Text bracketed(Cql2.Scalar value, Text words) {
        return value instanceof Cql2.Arithmetic ? new Text("(" + words.tr() + ")", "(" + words.en() + ")") : words;
    }

    /** Unit of the values, for people; null for a bare number. */
    @Nullable
    Text unit(Measure measure) {
        String own = unit(measure.value());
        if (own == null) return null;
        return switch (measure.divisor()) {
            case Measure.Undivided whole -> own.isEmpty() ? null : new Text(own, own);
            case Measure.By by -> per(own, unit(by.value()));
            case Measure.ByArea area -> per(own, perArea(area));
        };
    }

    /** Equal units leave a bare share; a divisor without unit is told by the title. */
    private static @Nullable Text per(String own, @Nullable String divisor) {
        if (divisor == null || divisor.isEmpty() || divisor.equals(own)) return null;
        return new Text((own.isEmpty() ? "adet" : own) + "/" + divisor, own + "/" + divisor);
    }

    /** Empty where a property is a bare number; null where only its maker knows. */
    private @Nullable String unit(Cql2.Scalar value) {
        if (!(value instanceof Cql2.Property property)) return null;
        String unit = type.attribute(property.name()).map(Attribute::unit).orElse("");
        return unit.replace("m2", "m²").replace("m3", "m³");
    }

    private static String perArea(Measure.ByArea area) {
        return area.squareMetres() == ThematicMapReader.HECTARE ? "ha" : "km²";
    }

    private static Text shortened(Text text, int longest) {
        return new Text(shortened(text.tr(), longest), shortened(text.en(), longest));
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
