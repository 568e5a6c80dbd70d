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
import tr.kentatlas.api.body.Member;
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
import tr.kentatlas.spatial.word.Worded;

/** Reads the JSON of a definition, once, at the door: all its faults are told together. */
public final class ThematicMapReader {
    /** Divisors by the feature's own area; anything else is a property or an expression. */
    static final String PER_HECTARE = "area-ha";

    static final String PER_SQUARE_KILOMETRE = "area-km2";
    static final double HECTARE = 10_000;
    private static final double SQUARE_KILOMETRE = 1_000_000;

    private static final JsonMapper JSON = JsonMapper.shared();
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

    private final Member json;
    private final View view;

    private ThematicMapReader(JsonNode json, View view) {
        this.json = Member.document(json);
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
        json.knowOnly(KNOWN);
        VisibleType type = json.at("type").requireText(this::type);
        Method method = otherwise(json.at("method"), this::method, Method.NATURAL_BREAKS);
        int classes = classes(method == Method.CATEGORIES ? DEFAULT_CATEGORIES : DEFAULT_CLASSES);
        List<Double> limits = method == Method.MANUAL ? limits(json.at("breaks")) : List.of();
        ThematicMap.Colours colours = colours(method == null ? Method.NATURAL_BREAKS : method);
        String noData = noData(json.at("noData"));
        Text source = text(json.at("source"), new Text("", ""));
        Text ownTitle = text(json.at("title"), new Text("", ""));
        if (type == null || method == null) throw json.faults().problem();
        Measure measure = measure(type, method);
        Cql2.Predicate filter = json.at("filter").readText(text -> filter(text, type));
        if (measure == null || colours == null) throw json.faults().problem();
        json.faults().settle();
        Text title = ownTitle.tr().isEmpty() ? new MapWords(type).title(measure) : ownTitle;
        return new ThematicMap(
                type.type().name(), measure, filter, method, classes, limits, colours, noData, title, source);
    }

    private ThematicMap.@Nullable Colours colours(Method method) {
        Palette palette = otherwise(json.at("palette"), ThematicMapReader::palette, Palettes.usual(method));
        var order = json.at("reversed").isTrue() ? ThematicMap.Order.REVERSED : ThematicMap.Order.AS_IS;
        return palette == null ? null : new ThematicMap.Colours(palette, order);
    }

    private VisibleType type(String name) {
        VisibleType type = view.find(name).orElseThrow(() -> new ValueRefused("request.collection", name));
        if (type.type().geometry() == null) throw new ValueRefused("thematic.no-place", name);
        return type;
    }

    private Method method(String key) {
        return Worded.find(Method.class, key).orElseThrow(() -> new ValueRefused("thematic.method", key));
    }

    private static Palette palette(String name) {
        return Palettes.find(name).orElseThrow(() -> new ValueRefused("thematic.palette", name));
    }

    private @Nullable Measure measure(VisibleType type, Method method) {
        Cql2.Scalar value = json.at("value").requireText(text -> value(text, type, method));
        Member normaliser = json.at("normaliser");
        Measure.Divisor divisor = otherwise(normaliser, text -> divisor(text, type), new Measure.Undivided());
        if (value == null || divisor == null) return null;
        Measure measure = new Measure(value, divisor);
        boolean isDivided = !(divisor instanceof Measure.Undivided);
        if (isDivided && new MapWords(type).isOfYears(measure)) normaliser.fault("thematic.years");
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
        Member classes = json.at("classes");
        if (classes.isAbsent()) return usual;
        return (int) classes.whole(ThematicMap.FEWEST_CLASSES, ThematicMap.MOST_CLASSES);
    }

    private static List<Double> limits(Member breaks) {
        List<Double> limits = new ArrayList<>();
        breaks.json().forEach(node -> limits.add(node.isNumber() ? node.doubleValue() : Double.NaN));
        boolean ascending = !limits.isEmpty() && limits.size() < ThematicMap.MOST_CLASSES;
        for (int i = 0; i < limits.size(); i++) {
            ascending &= Double.isFinite(limits.get(i)) && (i == 0 || limits.get(i - 1) < limits.get(i));
        }
        if (!ascending) breaks.fault("thematic.breaks", ThematicMap.MOST_CLASSES - 1);
        return limits;
    }

    /** Null where what has no value is not drawn. */
    private static @Nullable String noData(Member noData) {
        if (noData.json().isMissingNode()) return DEFAULT_NO_DATA;
        if (noData.json().isNull()) return null;
        String colour = noData.json().asString("");
        if (!COLOUR.matcher(colour).matches()) noData.fault("thematic.colour", DEFAULT_NO_DATA);
        return colour;
    }

    /** In both languages; one given alone stands for both. */
    private static Text text(Member text, Text otherwise) {
        boolean isBoth = text.json().isObject();
        String tr = (isBoth ? text.at("tr") : text).optionalText(LONGEST_TEXT);
        String en = isBoth ? text.at("en").optionalText(LONGEST_TEXT) : tr;
        if (tr == null) return en == null ? otherwise : new Text(en, en);
        return new Text(tr, en == null ? tr : en);
    }

    /** Null where what was given cannot be used. */
    private static <T> @Nullable T otherwise(Member member, Function<String, @Nullable T> read, T usual) {
        return member.isBlank() ? usual : member.readText(read);
    }
}
