package tr.kentatlas.api.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.ValueRefused;
import tr.kentatlas.api.problem.ValueWordings;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.feature.cql2.Cql2Text;
import tr.kentatlas.spatial.store.QuestionCheck;
import tr.kentatlas.spatial.store.VisibleType;

/** Reads the members of a question and keeps every fault by its path, so that all are told together. */
final class Members {
    private static final int LONGEST_FILTER = 5_000;

    private final View view;
    private final List<Problem.Fault> faults = new ArrayList<>();

    Members(View view) {
        this.view = view;
    }

    View view() {
        return view;
    }

    void fault(String path, String key, Object... values) {
        faults.add(new Problem.Fault(path, Wording.of(key, values)));
    }

    boolean isFaultless() {
        return faults.isEmpty();
    }

    Problem problem() {
        return Problem.invalid(faults);
    }

    /** A misspelt member must not pass for one that was left out. */
    void knowOnly(JsonNode object, String path, Set<String> names) {
        if (!object.isObject()) fault(path.isEmpty() ? "body" : path, "request.object");
        object.propertyNames().forEach(name -> {
            if (!names.contains(name)) fault(path + name, "request.member");
        });
    }

    /** A value of the member; absent and null are the same. */
    <T> @Nullable T read(JsonNode member, String path, Function<JsonNode, @Nullable T> reader) {
        if (isAbsent(member)) return null;
        try {
            return reader.apply(member);
        } catch (IllegalArgumentException e) {
            faults.add(new Problem.Fault(path, ValueWordings.of(e)));
            return null;
        }
    }

    static boolean isAbsent(JsonNode member) {
        return member.isMissingNode()
                || member.isNull()
                || (member.isString() && member.asString().isBlank());
    }

    @Nullable
    VisibleType type(JsonNode member, String path) {
        if (isAbsent(member)) fault(path, "request.missing");
        return read(
                member,
                path,
                node -> view.find(node.asString(""))
                        .orElseThrow(() -> new ValueRefused("request.collection", node.asString(""))));
    }

    /** Every feature of a type that meets a condition in CQL2 text, or all. */
    FeatureQuery query(VisibleType type, JsonNode filter, String path) {
        FeatureQuery all = FeatureQuery.all(type.type().name(), Page.first(1));
        FeatureQuery some = read(filter, path, node -> {
            String text = node.asString("");
            if (text.length() > LONGEST_FILTER) throw new ValueRefused("planning.filter-length", LONGEST_FILTER);
            FeatureQuery asked = all.where(Cql2Text.parse(text), Crs.CRS84);
            new QuestionCheck(view.edition(), type).filter(Cql2Text.parse(text), Crs.CRS84);
            return asked;
        });
        return some == null ? all : some;
    }

    double number(JsonNode member, String path, double usual, double least, double most) {
        if (isAbsent(member)) return usual;
        double value = member.isNumber() ? member.doubleValue() : Double.NaN;
        if (value >= least && value <= most) return value;
        fault(path, "planning.number", plain(least), plain(most));
        return usual;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
