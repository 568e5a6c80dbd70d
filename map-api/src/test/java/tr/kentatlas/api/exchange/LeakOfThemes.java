package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.exchange.Oracle.Row;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;

/** Thematic maps of every number and code there is: of what is shared they count what is shown, of all else they never were. */
record LeakOfThemes(ExchangeCity city, List<Theme> themes) {
    private static final Pattern LAYER = Pattern.compile("<Name>theme:(\\w+)</Name>");

    /** A kept map; every other one is published as well. */
    private record Theme(String id, String type, Attribute field, boolean isPublished) {}

    static LeakOfThemes of(ExchangeCity city) {
        List<Theme> themes = new ArrayList<>();
        for (String type : RandomTerms.TYPES)
            for (Attribute field : new RandomTerms(0, city.edition().current()).attributes(type))
                if (field.type() == AttributeType.INTEGER || field.type() == AttributeType.CODE)
                    themes.add(new Theme(
                            String.format(Locale.ROOT, "%012d", themes.size()), type, field, themes.size() % 2 == 0));
        themes.forEach(theme -> keep(theme, city));
        return new LeakOfThemes(city, themes);
    }

    private static void keep(Theme theme, ExchangeCity city) {
        String method = theme.field().type() == AttributeType.CODE ? "categories" : "equal-interval";
        city.database()
                .sql(
                        "INSERT INTO thematic.map (map_id, definition, state, decision_no, decision_date, owner, changed_by)"
                                + " VALUES (?, jsonb_build_object('type', ?, 'value', ?, 'method', ?), ?, CASE WHEN ? THEN '1' END,"
                                + " CASE WHEN ? THEN date '2026-11-03' END, 'test', 'test')")
                .params(theme.id(), theme.type(), theme.field().name(), method)
                .params(theme.isPublished() ? "published" : "shared", theme.isPublished(), theme.isPublished())
                .update();
    }

    /** The list of layers names the published ones it may see, and no others. */
    void capabilities(Granted granted) {
        String told = granted.get("/wms?SERVICE=WMS&REQUEST=GetCapabilities").body();
        Set<String> layers =
                LAYER.matcher(told).results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
        assertThat(layers)
                .isEqualTo(themes.stream()
                        .filter(theme -> theme.isPublished() && granted.shows(theme.type(), theme.field()))
                        .map(Theme::id)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    void ask(Granted granted, Random random) {
        List<Theme> seen = themes.stream()
                .filter(theme -> granted.shows(theme.type(), theme.field()))
                .toList();
        boolean isSeen = !seen.isEmpty() && random.nextInt(3) > 0;
        Theme theme = isSeen ? seen.get(random.nextInt(seen.size())) : themes.get(random.nextInt(themes.size()));
        if (!granted.shows(theme.type(), theme.field())) hidden(theme, granted, random);
        else if (granted.rows(theme.type()).stream().anyMatch(row -> has(row, theme))) shown(theme, granted, random);
    }

    private static boolean has(Row row, Theme theme) {
        return row.values().get(theme.field().column()) != null;
    }

    private static void hidden(Theme theme, Granted granted, Random random) {
        String part = List.of("", "/sld", "/pdf", "/tiles/14/6223/9692").get(random.nextInt(4));
        assertGone(granted, "/api/thematic/", theme.id(), part);
        assertGone(
                granted, "/wms?REQUEST=GetLegendGraphic&VERSION=1.3.0&FORMAT=image/png&LAYER=theme:", theme.id(), "");
    }

    /** As one that never was. */
    private static void assertGone(Granted granted, String before, String id, String after) {
        HttpResponse<String> asked = granted.get(before + id + after);
        HttpResponse<String> never = granted.get(before + "zzzzzzzzzzzz" + after);
        assertThat(asked.statusCode()).isEqualTo(never.statusCode());
        assertThat(asked.body()).isEqualTo(never.body().replace("zzzzzzzzzzzz", id));
    }

    private static void shown(Theme theme, Granted granted, Random random) {
        List<Row> rows = granted.rows(theme.type());
        String address = "/api/thematic/" + theme.id();
        switch (random.nextInt(4)) {
            case 0 -> assertThat(granted.get(address + "/sld").statusCode()).isEqualTo(200);
            case 1 ->
                MvtIds.read(granted.bytes(address + "/tiles/" + LeakOfMaps.place(random, granted))
                                .body())
                        .forEach((name, layer) -> Granted.assertAmong(
                                LeakOfMaps.numbers(granted.shown(theme.type())), layer.features(), name));
            default -> legend(granted.json(address).path("legend"), rows, theme);
        }
    }

    /** Its counts are those of what is shown, and so are the ends of its values. */
    private static void legend(JsonNode legend, List<Row> rows, Theme theme) {
        long valued = rows.stream().filter(row -> has(row, theme)).count();
        long classed = legend.path("classes")
                .valueStream()
                .mapToLong(one -> one.path("count").asLong())
                .sum();
        assertThat(legend.path("total").asLong()).as(theme.toString()).isEqualTo(rows.size());
        assertThat(classed).as(theme.toString()).isEqualTo(valued);
        if (theme.field().type() != AttributeType.INTEGER) return;
        DoubleSummaryStatistics values = rows.stream()
                .filter(row -> has(row, theme))
                .collect(Collectors.summarizingDouble(row -> ((Number) Objects.requireNonNull(
                                row.values().get(theme.field().column())))
                        .doubleValue()));
        assertThat(legend.path("histogram").path("from").asDouble()).isEqualTo(values.getMin());
        assertThat(legend.path("histogram").path("to").asDouble()).isEqualTo(values.getMax());
    }
}
