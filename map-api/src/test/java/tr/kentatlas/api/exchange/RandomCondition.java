package tr.kentatlas.api.exchange;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.exchange.Oracle.Row;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;

/**
 * A random condition on fields of one type, said three times: in CQL2 text, in CQL2 JSON, and as what it means (CQL2 §6.4: of a row without
 * the value nothing is known).
 */
record RandomCondition(String text, ObjectNode json, Function<Row, @Nullable Boolean> meaning) {
    private static final JsonMapper JSON = JsonMapper.shared();

    boolean holds(Row row) {
        return Boolean.TRUE.equals(meaning.apply(row));
    }

    /** Whether a field's values are compared here as the service compares them; some values are hidden from some callers. */
    static boolean isUsable(Attribute field) {
        boolean isPlain = field.type() == AttributeType.INTEGER
                || field.type() == AttributeType.CODE
                || field.type() == AttributeType.TEXT;
        return isPlain && (!field.isPublic() || field.isFullyPublic());
    }

    /** Of one field, its negation, or two of them together. */
    static RandomCondition of(List<Attribute> fields, List<Row> rows, Random random) {
        RandomCondition one = simple(fields, rows, random);
        return switch (random.nextInt(4)) {
            case 0 -> not(one);
            case 1 -> both(one, simple(fields, rows, random));
            case 2 -> either(one, simple(fields, rows, random));
            default -> one;
        };
    }

    /** A value some row has; null where the row that was drawn has none. */
    static @Nullable Object value(Attribute field, List<Row> rows, Random random) {
        return rows.get(random.nextInt(rows.size())).values().get(field.column());
    }

    private static RandomCondition simple(List<Attribute> fields, List<Row> rows, Random random) {
        Attribute field = fields.get(random.nextInt(fields.size()));
        Object low = value(field, rows, random);
        Object high = value(field, rows, random);
        if (low == null || high == null) return isNull(field);
        return switch (random.nextInt(field.type() == AttributeType.INTEGER ? 4 : 2)) {
            case 0 -> comparison(field, random.nextBoolean() ? "=" : "<>", low);
            case 1 -> oneOf(field, low, high);
            case 2 -> comparison(field, random.nextBoolean() ? ">=" : "<", low);
            default -> between(field, (Number) low, (Number) high);
        };
    }

    private static RandomCondition isNull(Attribute field) {
        return new RandomCondition(
                field.name() + " IS NULL",
                op("isNull", property(field)),
                row -> row.values().get(field.column()) == null);
    }

    private static RandomCondition comparison(Attribute field, String sign, Object value) {
        return new RandomCondition(
                field.name() + " " + sign + " " + literal(value),
                op(sign, property(field), node(value)),
                known(field, found -> switch (sign) {
                    case "=" -> same(found, value);
                    case "<>" -> !same(found, value);
                    case "<" -> whole(found) < whole(value);
                    default -> whole(found) >= whole(value);
                }));
    }

    private static RandomCondition oneOf(Attribute field, Object one, Object other) {
        ArrayNode list = JSON.createArrayNode().add(node(one)).add(node(other));
        return new RandomCondition(
                field.name() + " IN (" + literal(one) + ", " + literal(other) + ")",
                op("in", property(field), list),
                known(field, found -> same(found, one) || same(found, other)));
    }

    private static RandomCondition between(Attribute field, Number one, Number other) {
        long low = Math.min(one.longValue(), other.longValue());
        long high = Math.max(one.longValue(), other.longValue());
        return new RandomCondition(
                field.name() + " BETWEEN " + low + " AND " + high,
                op("between", property(field), node(low), node(high)),
                known(field, found -> low <= whole(found) && whole(found) <= high));
    }

    private static RandomCondition not(RandomCondition one) {
        return new RandomCondition("NOT (" + one.text + ")", op("not", one.json), row -> {
            Boolean holds = one.meaning.apply(row);
            return holds == null ? null : !holds;
        });
    }

    private static RandomCondition both(RandomCondition one, RandomCondition other) {
        return new RandomCondition(
                "(" + one.text + ") AND (" + other.text + ")",
                op("and", one.json, other.json),
                row -> together(one.meaning.apply(row), other.meaning.apply(row), false));
    }

    private static RandomCondition either(RandomCondition one, RandomCondition other) {
        return new RandomCondition(
                "(" + one.text + ") OR (" + other.text + ")",
                op("or", one.json, other.json),
                row -> together(one.meaning.apply(row), other.meaning.apply(row), true));
    }

    /** @param decides what alone decides: false of AND, true of OR */
    private static @Nullable Boolean together(@Nullable Boolean one, @Nullable Boolean other, boolean decides) {
        if (Boolean.valueOf(decides).equals(one) || Boolean.valueOf(decides).equals(other)) return decides;
        return (one == null || other == null) ? null : !decides;
    }

    private static Function<Row, @Nullable Boolean> known(Attribute field, Function<Object, Boolean> meaning) {
        return row -> {
            Object found = row.values().get(field.column());
            return found == null ? null : meaning.apply(found);
        };
    }

    private static boolean same(Object one, Object other) {
        return (one instanceof Number && other instanceof Number) ? whole(one) == whole(other) : one.equals(other);
    }

    private static long whole(Object number) {
        return ((Number) number).longValue();
    }

    private static ObjectNode op(String name, JsonNode... arguments) {
        ObjectNode json = JSON.createObjectNode().put("op", name);
        ArrayNode all = json.putArray("args");
        Stream.of(arguments).forEach(all::add);
        return json;
    }

    private static JsonNode property(Attribute field) {
        return JSON.createObjectNode().put("property", field.name());
    }

    private static JsonNode node(Object value) {
        return JSON.valueToTree(value);
    }

    private static String literal(Object value) {
        return value instanceof Number
                ? value.toString()
                : "'" + value.toString().replace("'", "''") + "'";
    }
}
