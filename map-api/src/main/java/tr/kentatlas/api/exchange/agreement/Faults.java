package tr.kentatlas.api.exchange.agreement;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.ValueWordings;
import tr.kentatlas.api.problem.Wording;

/** Reads the members of a JSON object and keeps every fault with the path of its member, so that all are told together. */
final class Faults {
    private static final int LONGEST_TEXT = 2_000;
    /** Like 2026-11-03: of years with more digits nobody can count on. */
    private static final int DAY = 10;

    private final List<Problem.Fault> all = new ArrayList<>();

    void add(String path, String key, Object... values) {
        all.add(new Problem.Fault(path, Wording.of(key, values)));
    }

    /** Refuses when anything was wrong. */
    void settle() {
        if (!all.isEmpty()) throw Problem.invalid(all);
    }

    /** @param path what stands before the names of its members */
    void knowOnly(JsonNode object, String path, Set<String> names) {
        object.propertyNames().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> add(path + name, "request.member"));
    }

    String text(JsonNode object, String name, String path) {
        String text = optionalText(object, name, path);
        if (text == null) add(path, "terms.missing");
        return text == null ? "" : text;
    }

    @Nullable
    String optionalText(JsonNode object, String name, String path) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) return null;
        if (!value.isString()) {
            add(path, "terms.text");
            return null;
        }
        String text = value.asString().strip();
        if (text.length() > LONGEST_TEXT) add(path, "terms.too-long", LONGEST_TEXT);
        return text.isEmpty() ? null : text;
    }

    LocalDate date(JsonNode object, String name, String path) {
        String text = optionalText(object, name, path);
        try {
            if (text != null && text.length() == DAY) return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            // told below
        }
        add(path, "terms.day");
        return LocalDate.EPOCH;
    }

    long number(JsonNode object, String name, String path, long least, long most) {
        JsonNode value = object.path(name);
        boolean good = value.canConvertToLong() && value.isIntegralNumber();
        if (good && value.asLong() >= least && value.asLong() <= most) return value.asLong();
        add(path, "terms.number", least, most);
        return least;
    }

    /** What a parser makes of a member; null when it refuses. */
    <S, T> @Nullable T read(String path, S text, Function<S, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            add(path, "terms.unreadable", ValueWordings.of(e));
            return null;
        }
    }

    /** The members of a list; what is no list has none and is told. */
    List<JsonNode> list(JsonNode object, String name, String path, int most) {
        JsonNode value = object.path(name);
        if (!value.isArray() || value.isEmpty() || value.size() > most) {
            add(path, "terms.list", most);
            return List.of();
        }
        return value.valueStream().toList();
    }
}
