package tr.kentatlas.api.ogc.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.page.Facts;
import tr.kentatlas.api.page.ValueWords;
import tr.kentatlas.spatial.feature.Feature;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.store.VisibleType;

/** A page of features as a table: columns that say nothing on this page are left out. */
record ItemTable(List<Column> columns, List<Row> rows) {
    private static final int MOST_COLUMNS = 12;

    static ItemTable of(ItemsQuestion question, List<Feature> features, Locale locale) {
        VisibleType type = question.type();
        List<Attribute> fields = type.fields(question.query());
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < fields.size() && shown.size() < MOST_COLUMNS; i++) {
            int at = i;
            boolean said = features.stream().anyMatch(f -> f.values().get(at) != null);
            if (said && Facts.isForPeople(fields.get(i))) shown.add(i);
        }
        ValueWords words = new ValueWords(type.entry().model(), locale);
        return new ItemTable(
                shown.stream().map(i -> column(fields.get(i), locale)).toList(),
                features.stream()
                        .map(f -> new Row(
                                f.id(),
                                shown.stream()
                                        .map(i -> cell(
                                                words, fields.get(i), f.values().get(i)))
                                        .toList()))
                        .toList());
    }

    private static Column column(Attribute attribute, Locale locale) {
        return new Column(attribute.title().in(locale), attribute.isNumber() ? "number" : "text");
    }

    private static String cell(ValueWords words, Attribute attribute, @Nullable Object value) {
        return value == null ? "" : words.of(attribute, value);
    }

    /** A column: its heading, and how its cells are set. */
    record Column(String title, String kind) {}

    record Row(UUID id, List<String> cells) {}
}
