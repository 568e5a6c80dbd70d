package tr.kentatlas.api.thematic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.ValueRefused;
import tr.kentatlas.api.problem.ValueWordings;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.thematic.classes.Method;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.cql2.Cql2Text;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.store.QuestionCheck;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.thematic.ClassStore;
import tr.kentatlas.spatial.store.thematic.Measure;

/** Reads the JSON of a definition, once, at the door: all its faults are told together. */
public final class ThematicMapReader {
    /** Divisors by the feature's own area; anything else is a property or an expression. */
    static final String PER_HECTARE = "area-ha";

    static final String PER_SQUARE_KILOMETRE = "area-km2";
    static final double HECTARE = 10_000;
    private static final double SQUARE_KILOMETRE = 1_000_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 20_000;
    private static final int LONGEST_TEXT = 300;
    private static final int DEFAULT_CLASSES = 5;
    private static final int DEFAULT_CATEGORIES = 9;
    private static final String DEFAULT_NO_DATA = "#d8d8d8";
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final Set<String> KNOWN = Set.of(
            "type",
            "value",
            "normaliser",
            "filter",
            "method",
            "classes",
            "breaks",
            "palette",
            "reversed",
            "noData",
            "title",
            "source");

    private final JsonNode json;
    private final View view;
    private final List<Problem.Fault> faults = new ArrayList<>();

    private ThematicMapReader(JsonNode json, View view) {
        this.json = json;
        this.view = view;
    }

    /**
     * The map a text defines, checked against what the caller sees.
     *
     * @throws Problem with every fault of the definition
     */
    public static ThematicMap read(String text, View view) {
        if (text.length() > LONGEST) throw Problem.invalid("map", Wording.of("thematic.length", LONGEST));
        try {
            return read(JSON.readTree(text), view);
        } catch (JacksonException e) {
            throw Problem.invalid("map", ValueWordings.of(e));
        }
    }

    public static ThematicMap read(JsonNode json, View view) {
        if (!json.isObject()) throw Problem.invalid("map", Wording.of("thematic.object"));
        return new ThematicMapReader(json, view).map();
    }

    private ThematicMap map() {
        json.propertyNames().forEach(name -> {
            if (!KNOWN.contains(name)) fault(name, "request.member");
        });
        VisibleType type = part("type", null, this::type);
        Method method = part("method", Method.NATURAL_BREAKS, this::method);
        Measure measure = type == null || method == null ? null : measure(type, method);
        Cql2.Predicate filter = type == null ? null : part("filter", null, text -> filter(text, type));
        boolean categories = method == Method.CATEGORIES;
        int classes = classes(categories ? DEFAULT_CATEGORIES : DEFAULT_CLASSES);
        List<Double> limits = method == Method.MANUAL ? limits() : List.of();
        Palette usual = Palettes.usual(method == null ? Method.NATURAL_BREAKS : method);
        Palette palette = part("palette", usual, ThematicMapReader::palette);
        var order = json.path("reversed").asBoolean(false) ? ThematicMap.Order.REVERSED : ThematicMap.Order.AS_IS;
        String noData = noData();
        Text source = text("source", new Text("", ""));
        if (type == null || method == null || measure == null || palette == null || !faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        Text title = text("title", new MapWords(type).title(measure));
        if (!faults.isEmpty()) throw Problem.invalid(faults);
        var colours = new ThematicMap.Colours(palette, order);
        return new ThematicMap(
                type.type().name(), measure, filter, method, classes, limits, colours, noData, title, source);
    }

    private VisibleType type(String name) {
        VisibleType type = view.find(name).orElseThrow(() -> new ValueRefused("request.collection", name));
        if (type.type().geometry() == null) throw new ValueRefused("thematic.no-place", name);
        return type;
    }

    private Method method(String key) {
        return Method.of(key).orElseThrow(() -> new ValueRefused("thematic.method", key));
    }

    private static Palette palette(String name) {
        return Palettes.find(name).orElseThrow(() -> new ValueRefused("thematic.palette", name));
    }

    private @Nullable Measure measure(VisibleType type, Method method) {
        Cql2.Scalar value = part("value", null, text -> value(text, type, method));
        Measure.Divisor divisor = part("normaliser", new Measure.Undivided(), text -> divisor(text, type));
        if (value == null) {
            if (json.path("value").isMissingNode()) fault("value", "request.missing");
            return null;
        }
        if (divisor == null) return null;
        Measure measure = new Measure(value, divisor);
        boolean isDivided = !(divisor instanceof Measure.Undivided);
        if (isDivided && new MapWords(type).isOfYears(measure)) fault("normaliser", "thematic.years");
        return measure;
    }

    private static Cql2.Scalar value(String text, VisibleType type, Method method) {
        Cql2.Scalar value = Cql2Text.parseValue(text);
        if (method != Method.CATEGORIES) {
            ClassStore.check(type, new Measure(value, new Measure.Undivided()));
        } else if (value instanceof Cql2.Property property) {
            ClassStore.check(type, property);
        } else {
            throw new ValueRefused("thematic.categories");
        }
        return value;
    }

    private static Measure.Divisor divisor(String text, VisibleType type) {
        if (text.equals(PER_HECTARE)) return new Measure.ByArea(HECTARE);
        if (text.equals(PER_SQUARE_KILOMETRE)) return new Measure.ByArea(SQUARE_KILOMETRE);
        Cql2.Scalar value = Cql2Text.parseValue(text);
        Measure.Divisor divisor = new Measure.By(value);
        ClassStore.check(type, new Measure(value, divisor));
        return divisor;
    }

    private Cql2.Predicate filter(String text, VisibleType type) {
        Cql2.Predicate filter = Cql2Text.parse(text);
        new QuestionCheck(view.edition(), type).filter(filter, Crs.CRS84);
        return filter;
    }

    private int classes(int usual) {
        JsonNode node = json.path("classes");
        if (node.isMissingNode() || node.isNull()) return usual;
        int classes = node.asInt(0);
        if (classes < ThematicMap.FEWEST_CLASSES || classes > ThematicMap.MOST_CLASSES) {
            fault("classes", "request.between", ThematicMap.FEWEST_CLASSES, ThematicMap.MOST_CLASSES);
        }
        return classes;
    }

    private List<Double> limits() {
        List<Double> limits = new ArrayList<>();
        json.path("breaks").forEach(node -> limits.add(node.isNumber() ? node.doubleValue() : Double.NaN));
        boolean ascending = !limits.isEmpty() && limits.size() < ThematicMap.MOST_CLASSES;
        for (int i = 0; i < limits.size(); i++) {
            ascending &= Double.isFinite(limits.get(i)) && (i == 0 || limits.get(i - 1) < limits.get(i));
        }
        if (!ascending) fault("breaks", "thematic.breaks", ThematicMap.MOST_CLASSES - 1);
        return limits;
    }

    private @Nullable String noData() {
        JsonNode node = json.path("noData");
        if (node.isMissingNode()) return DEFAULT_NO_DATA;
        if (node.isNull()) return null;
        String colour = node.asString("");
        if (!COLOUR.matcher(colour).matches()) fault("noData", "thematic.colour", DEFAULT_NO_DATA);
        return colour;
    }

    /** In both languages; one given alone stands for both. */
    private Text text(String name, Text otherwise) {
        JsonNode node = json.path(name);
        if (node.isMissingNode() || node.isNull()) return otherwise;
        String tr = node.isString() ? node.asString() : node.path("tr").asString("");
        String en = node.isString() ? node.asString() : node.path("en").asString("");
        if (tr.length() > LONGEST_TEXT || en.length() > LONGEST_TEXT) {
            fault(name, "request.characters", LONGEST_TEXT);
        }
        if (tr.isBlank() && en.isBlank()) return otherwise;
        return new Text(tr.isBlank() ? en : tr, en.isBlank() ? tr : en);
    }

    private <T> @Nullable T part(String name, @Nullable T otherwise, Function<String, T> read) {
        JsonNode node = json.path(name);
        if (node.isMissingNode()
                || node.isNull()
                || (node.isString() && node.asString().isBlank())) {
            if (name.equals("type")) fault(name, "request.missing");
            return otherwise;
        }
        try {
            return read.apply(node.asString(""));
        } catch (IllegalArgumentException e) {
            faults.add(new Problem.Fault(name, ValueWordings.of(e, node.asString(""))));
            return null;
        }
    }

    private void fault(String parameter, String key, Object... values) {
        faults.add(new Problem.Fault(parameter, Wording.of(key, values)));
    }
}
