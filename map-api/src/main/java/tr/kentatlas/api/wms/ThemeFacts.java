package tr.kentatlas.api.wms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.page.Facts;
import tr.kentatlas.api.page.ValueWords;
import tr.kentatlas.api.thematic.ClassedMap;
import tr.kentatlas.api.thematic.Legend;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.store.thematic.ClassStore.Classed;
import tr.kentatlas.spatial.store.thematic.MapViewSql;

/** What a thematic map tells of a feature: the number it is classed by, and its line of the legend. */
record ThemeFacts(Legend legend, Classed classed) {
    /** The words of the legend, for programs. */
    private static final String LABEL = "sinifAdi";

    private static final Text CLASS = new Text("Sınıf", "Class");

    static ThemeFacts of(ClassedMap map, @Nullable Classed classed) {
        return new ThemeFacts(map.legend(), classed == null ? new Classed(null, null) : classed);
    }

    List<Facts.Fact> of(Locale locale) {
        List<Facts.Fact> facts = new ArrayList<>();
        if (classed.value() instanceof Double number) {
            facts.add(new Facts.Fact(legend.title().in(locale), told(number, locale)));
        }
        String label = label(locale);
        if (label != null) facts.add(new Facts.Fact(CLASS.in(locale), label));
        return facts;
    }

    private String told(double number, Locale locale) {
        String text = legend.years()
                ? Long.toString((long) number)
                : ValueWords.plain(locale).measure(number);
        Text unit = legend.unit();
        return unit == null ? text : text + "\u00a0" + unit.in(locale);
    }

    /** As programs read it, beside the attributes. */
    Map<String, Object> properties(Locale locale) {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (classed.value() != null) properties.put(MapViewSql.VALUE, classed.value());
        if (classed.number() != null) properties.put(MapViewSql.CLASS, classed.number());
        String label = label(locale);
        if (label != null) properties.put(LABEL, label);
        return properties;
    }

    private @Nullable String label(Locale locale) {
        Integer number = classed.number();
        Legend.Entry entry = number == null ? legend.noData() : legend.classes().get(number);
        return entry == null ? null : entry.label().in(locale);
    }
}
