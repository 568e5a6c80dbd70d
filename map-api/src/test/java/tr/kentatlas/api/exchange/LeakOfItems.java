package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.exchange.Oracle.Row;
import tr.kentatlas.spatial.model.Attribute;

/** Random questions for features of one type: exactly what the oracle says where it can say so, and never more. */
record LeakOfItems(Granted granted, String type, Random random) {
    private static final Pattern LINK = Pattern.compile("/items/([0-9a-f-]{36})");
    private static final String CRS = "http://www.opengis.net/def/crs/EPSG/0/";

    void ask() {
        switch (random.nextInt(9)) {
            case 0 -> condition("filter=", "");
            case 1 -> condition("filter-lang=cql2-json&filter=", "");
            case 2 -> condition("filter=", "&bbox=" + Granted.told(granted.box(random)));
            case 3 -> equality();
            case 4 -> walk("sortby=" + (random.nextBoolean() ? "-" : "") + field(), granted.shown(type));
            case 5 -> some("bbox-crs=" + CRS + "4326&bbox=" + northFirst(granted.box(random)) + "&crs=" + CRS + "3857");
            case 6 -> time();
            case 7 -> properties();
            default -> page();
        }
    }

    /** One feature, shown or not, as data and as a page. */
    void item() {
        List<Row> all = granted.oracle().all(type);
        String id = all.get(random.nextInt(all.size())).id();
        String form = random.nextInt(4) == 0 ? "?f=html" : "";
        assertThat(granted.get(items() + "/" + id + form).statusCode())
                .isEqualTo(granted.shown(type).contains(id) ? 200 : 404);
    }

    /** A field that is not shared is as unknown as one that never was. */
    void hidden() {
        List<Attribute> all = granted.terms().attributes(type);
        Attribute field = all.get(random.nextInt(all.size()));
        if (granted.shows(type, field)) return;
        String question = List.of(
                        "%s=1",
                        "sortby=%s",
                        "properties=%s",
                        "filter=%s%%20IS%%20NULL",
                        "filter=NOT%%20(casei(%s)=%%27x%%27)",
                        "filter-lang=cql2-json&filter=%%7B%%22op%%22:%%22isNull%%22,%%22args%%22:[%%7B%%22property%%22:%%22%s%%22%%7D]%%7D")
                .get(random.nextInt(6))
                .replace("[", "%%5B")
                .replace("]", "%%5D");
        HttpResponse<String> asked = granted.get(items() + "?limit=1&" + question.formatted(field.name()));
        HttpResponse<String> never = granted.get(items() + "?limit=1&" + question.formatted("hicOlmadi"));
        assertThat(asked.statusCode()).as(question).isEqualTo(400);
        assertThat(asked.body()).isEqualTo(never.body().replace("hicOlmadi", field.name()));
    }

    private void condition(String parameter, String more) {
        List<Attribute> usable = granted.usable(type);
        if (usable.isEmpty()) return;
        RandomCondition condition = RandomCondition.of(usable, granted.oracle().all(type), random);
        String said = parameter.contains("json") ? condition.json().toString() : condition.text();
        String question = parameter + Granted.encoded(said) + more;
        Set<String> expected = granted.rows(type).stream()
                .filter(condition::holds)
                .map(Row::id)
                .collect(Collectors.toCollection(TreeSet::new));
        if (more.isEmpty()) walk(question, expected);
        else Granted.assertAmong(expected, some(question), question);
    }

    private void equality() {
        List<Attribute> usable = granted.usable(type);
        if (usable.isEmpty()) return;
        Attribute field = usable.get(random.nextInt(usable.size()));
        Object value = RandomCondition.value(field, granted.oracle().all(type), random);
        if (value == null) return;
        Set<String> expected = granted.rows(type).stream()
                .filter(row -> value.equals(row.values().get(field.column())))
                .map(Row::id)
                .collect(Collectors.toCollection(TreeSet::new));
        walk(field.name() + "=" + Granted.encoded(value.toString()), expected);
    }

    /** Page by page, to the end where it is not far, and every feature once. */
    private void walk(String question, Set<String> expected) {
        int limit = 1 + random.nextInt(400);
        String next = items() + "?limit=" + limit + "&" + question;
        Set<String> told = new TreeSet<>();
        for (int page = 0; page < 4 && !next.isEmpty(); page++) {
            JsonNode answer = granted.json(next);
            if (answer.has("numberMatched"))
                assertThat(answer.path("numberMatched").asInt()).as(question).isEqualTo(expected.size());
            int before = told.size();
            told.addAll(granted.assertShown(type, answer.path("features")));
            assertThat(told)
                    .as(question)
                    .hasSize(before + answer.path("features").size());
            next = next(answer);
        }
        if (next.isEmpty()) assertThat(told).as(question).isEqualTo(expected);
        else Granted.assertAmong(expected, told, question);
    }

    private String next(JsonNode answer) {
        return answer.path("links")
                .valueStream()
                .filter(link -> link.path("rel").asString().equals("next"))
                .map(link -> link.path("href").asString().replace(granted.city().url(), ""))
                .findFirst()
                .orElse("");
    }

    private Set<String> some(String question) {
        JsonNode answer = granted.json(items() + "?limit=" + (1 + random.nextInt(300)) + "&" + question);
        if (answer.has("numberMatched"))
            assertThat(answer.path("numberMatched").asInt())
                    .isEqualTo(granted.shown(type).size());
        return granted.assertShown(type, answer.path("features"));
    }

    /** When features are valid can be asked by who is told it. */
    private void time() {
        String question = "datetime=" + (random.nextBoolean() ? "../2026-06-01" : "2026-06-01/..");
        boolean isTold = granted.terms().attributes(type).stream()
                .filter(field -> field.column().startsWith("gecerlilik_"))
                .allMatch(field -> granted.shows(type, field));
        if (isTold) some(question);
        else assertThat(granted.get(items() + "?" + question).statusCode()).isEqualTo(400);
    }

    private void properties() {
        String field = field();
        granted.json(items() + "?limit=50&properties=" + field)
                .path("features")
                .forEach(feature -> assertThat(List.of(field))
                        .containsAll(feature.path("properties").propertyNames()));
    }

    private void page() {
        HttpResponse<String> page = granted.get(items() + "?f=html&limit=" + (1 + random.nextInt(60)));
        assertThat(page.statusCode()).isEqualTo(200);
        Set<String> told =
                LINK.matcher(page.body()).results().map(m -> m.group(1)).collect(Collectors.toSet());
        Granted.assertAmong(granted.shown(type), told, type);
    }

    private String field() {
        List<String> fields = granted.fields(type);
        return fields.get(random.nextInt(fields.size()));
    }

    private String items() {
        return "/ogc/collections/" + type + "/items";
    }

    private static String northFirst(Envelope box) {
        return box.getMinY() + "," + box.getMinX() + "," + box.getMaxY() + "," + box.getMaxX();
    }
}
