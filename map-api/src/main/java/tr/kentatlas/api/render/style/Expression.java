package tr.kentatlas.api.render.style;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.render.Symbol;

/**
 * Computes MapLibre style expressions for one feature, as far as the city's default cartography uses them.
 *
 * @param values the feature's attributes by official name
 */
record Expression(Map<String, Object> values, double zoom, Symbol.Shape shape) {

    /** A value of a paint property: a number, a text, a truth value, an ARGB colour as Integer, or null. */
    @Nullable
    Object of(JsonNode node) {
        if (node.isArray()) return node.isEmpty() || !node.get(0).isString() ? node : call(node);
        if (node.isNumber()) return node.doubleValue();
        if (node.isBoolean()) return node.booleanValue();
        return node.isString() ? node.asString() : null;
    }

    double number(JsonNode node, double otherwise) {
        return of(node) instanceof Number number ? number.doubleValue() : otherwise;
    }

    /** ARGB. */
    int colour(JsonNode node, int otherwise) {
        Object value = of(node);
        return value instanceof String text
                ? StyleColours.parse(text)
                : value instanceof Integer argb ? argb : otherwise;
    }

    boolean isTrue(JsonNode node) {
        return Boolean.TRUE.equals(of(node));
    }

    private @Nullable Object call(JsonNode e) {
        return switch (e.get(0).asString()) {
            case "get" -> values.get(e.get(1).asString());
            case "has" -> values.containsKey(e.get(1).asString());
            case "zoom" -> zoom;
            case "geometry-type" -> shape.geometryType();
            case "literal" -> e.get(1);
            case "!" -> !isTrue(e.get(1));
            case "all" -> e.valueStream().skip(1).allMatch(this::isTrue);
            case "any" -> e.valueStream().skip(1).anyMatch(this::isTrue);
            case "==" -> Objects.equals(plain(e.get(1)), plain(e.get(2)));
            case "!=" -> !Objects.equals(plain(e.get(1)), plain(e.get(2)));
            case "<" -> number(e.get(1), Double.NaN) < number(e.get(2), Double.NaN);
            case ">" -> number(e.get(1), Double.NaN) > number(e.get(2), Double.NaN);
            case "<=" -> number(e.get(1), Double.NaN) <= number(e.get(2), Double.NaN);
            case ">=" -> number(e.get(1), Double.NaN) >= number(e.get(2), Double.NaN);
            case "*" -> number(e.get(1), Double.NaN) * number(e.get(2), Double.NaN);
            case "max" -> Math.max(number(e.get(1), Double.NaN), number(e.get(2), Double.NaN));
            case "to-string" -> Objects.toString(plain(e.get(1)), "");
            case "to-number" -> number(e.get(1), 0);
            case "slice" -> slice(e);
            case "coalesce" -> coalesce(e);
            case "case" -> choose(e);
            case "match" -> match(e);
            case "step" -> step(e);
            case "interpolate" -> interpolate(e);
            default -> throw new IllegalArgumentException("unknown expression " + e.get(0));
        };
    }

    private @Nullable Object plain(JsonNode node) {
        Object value = of(node);
        return value instanceof Number number ? (Object) number.doubleValue() : value;
    }

    private String slice(JsonNode e) {
        String text = Objects.toString(of(e.get(1)), "");
        int from = Math.min((int) number(e.get(2), 0), text.length());
        int to = e.size() > 3 ? Math.min((int) number(e.get(3), 0), text.length()) : text.length();
        return text.substring(from, Math.max(from, to));
    }

    private @Nullable Object coalesce(JsonNode e) {
        for (int i = 1; i < e.size(); i++) {
            Object value = of(e.get(i));
            if (value != null) return value;
        }
        return null;
    }

    private @Nullable Object choose(JsonNode e) {
        for (int i = 1; i + 1 < e.size(); i += 2) {
            if (isTrue(e.get(i))) return of(e.get(i + 1));
        }
        return of(e.get(e.size() - 1));
    }

    private @Nullable Object match(JsonNode e) {
        Object value = plain(e.get(1));
        for (int i = 2; i + 1 < e.size(); i += 2) {
            JsonNode labels = e.get(i);
            boolean fits = labels.isArray()
                    ? labels.valueStream().anyMatch(label -> Objects.equals(value, scalar(label)))
                    : Objects.equals(value, scalar(labels));
            if (fits) return of(e.get(i + 1));
        }
        return of(e.get(e.size() - 1));
    }

    private static @Nullable Object scalar(JsonNode label) {
        return label.isNumber()
                ? (Object) label.doubleValue()
                : label.isBoolean() ? (Object) label.booleanValue() : label.asString();
    }

    private @Nullable Object step(JsonNode e) {
        double input = number(e.get(1), 0);
        Object value = of(e.get(2));
        for (int i = 3; i + 1 < e.size(); i += 2) {
            if (input >= e.get(i).doubleValue()) value = of(e.get(i + 1));
        }
        return value;
    }

    private @Nullable Object interpolate(JsonNode e) {
        double base = e.get(1).get(0).asString().equals("exponential")
                ? e.get(1).get(1).doubleValue()
                : 1;
        double input = number(e.get(2), 0);
        int last = e.size() - 2;
        if (input <= e.get(3).doubleValue()) return of(e.get(4));
        if (input >= e.get(last).doubleValue()) return of(e.get(last + 1));
        int at = 3;
        while (input >= e.get(at + 2).doubleValue()) at += 2;
        double low = e.get(at).doubleValue();
        double span = e.get(at + 2).doubleValue() - low;
        double share =
                base == 1 ? (input - low) / span : (Math.pow(base, input - low) - 1) / (Math.pow(base, span) - 1);
        return between(of(e.get(at + 1)), of(e.get(at + 3)), share);
    }

    private static @Nullable Object between(@Nullable Object low, @Nullable Object high, double share) {
        if (low instanceof Number a && high instanceof Number b && !(low instanceof Integer)) {
            return a.doubleValue() + share * (b.doubleValue() - a.doubleValue());
        }
        return low == null || high == null ? low : StyleColours.between(argb(low), argb(high), share);
    }

    private static int argb(Object colour) {
        return colour instanceof Integer argb ? argb : StyleColours.parse(colour.toString());
    }
}
