package tr.kentatlas.spatial.feature.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.spatial.feature.cql2.Cql2.Bound;
import tr.kentatlas.spatial.feature.cql2.Cql2.Predicate;
import tr.kentatlas.spatial.feature.cql2.Cql2.Scalar;
import tr.kentatlas.spatial.feature.refusal.Phrase;
import tr.kentatlas.spatial.feature.refusal.Reason;

/** Turns the JSON of a filter into its tree; {@code at} is the JSON pointer of the node in hand. */
final class JsonParser {
    private final Depth depth = new Depth();

    Predicate filter(JsonNode json) {
        return node(json, "").predicate();
    }

    private Node node(JsonNode json, String at) {
        return new Node(value(json, at), new Place.Pointer(at));
    }

    private Cql2 value(JsonNode json, String at) {
        if (json.isString()) {
            return new Cql2.TextLiteral(string(json, at));
        }
        if (json.isNumber()) {
            return Literals.number(json.decimalValue(), new Place.Pointer(at));
        }
        if (json.isBoolean()) {
            return new Cql2.BooleanLiteral(json.booleanValue());
        }
        if (json.isArray()) {
            return new Cql2.ArrayLiteral(scalars(json, at));
        }
        return object(json, at);
    }

    private Cql2 object(JsonNode json, String at) {
        Place place = new Place.Pointer(at);
        if (json.has("op")) {
            return depth.within(place, () -> operation(json, at));
        }
        if (json.has("property")) {
            return new Cql2.Property(string(json.get("property"), at + "/property"), place);
        }
        if (json.has("date")) {
            return Literals.date(string(json.get("date"), at + "/date"), place);
        }
        if (json.has("timestamp")) {
            return Literals.timestamp(string(json.get("timestamp"), at + "/timestamp"), place);
        }
        if (json.has("interval")) {
            return interval(json.get("interval"), at + "/interval");
        }
        if (json.has("bbox")) {
            return bbox(json.get("bbox"), at + "/bbox");
        }
        if (json.has("type")) {
            return new Cql2.GeometryLiteral(GeoJsonReader.geometry(json, at));
        }
        throw error(at, Phrase.NODE);
    }

    private Cql2 operation(JsonNode json, String at) {
        String op = string(json.get("op"), at + "/op");
        JsonNode args = json.path("args");
        if (!args.isArray()) {
            throw new Cql2SyntaxException(
                    new Place.Pointer(at), Phrase.EXPECTED, Reason.of(Phrase.ARGUMENTS, Literals.shortened(op)));
        }
        if (op.equals("in")) {
            return in(args, at);
        }
        return operation(op, nodes(args, at + "/args"), new Place.Pointer(at));
    }

    private Cql2 operation(String op, List<Node> args, Place place) {
        return switch (op) {
            case "and" -> new Cql2.And(predicates(op, args, place));
            case "or" -> new Cql2.Or(predicates(op, args, place));
            case "not" -> new Cql2.Not(only(op, args, place).predicate());
            case "isNull" -> new Cql2.IsNull(only(op, args, place).nullable());
            case "like" -> {
                Functions.counted(op, args, 2, place);
                yield new Cql2.Like(args.get(0).text(), args.get(1).pattern());
            }
            case "between" -> {
                Functions.counted(op, args, 3, place);
                yield new Cql2.Between(
                        args.get(0).scalar(), args.get(1).scalar(), args.get(2).scalar());
            }
            default -> symbolic(op, args, place);
        };
    }

    private Cql2 symbolic(String op, List<Node> args, Place place) {
        Optional<ComparisonOperator> comparison = ComparisonOperator.of(op);
        if (comparison.isPresent()) {
            Functions.counted(op, args, 2, place);
            return new Cql2.Comparison(
                    comparison.get(), args.get(0).scalar(), args.get(1).scalar());
        }
        Optional<ArithmeticOperator> arithmetic = ArithmeticOperator.of(op);
        if (arithmetic.isPresent()) {
            depth.countArithmetic(place);
            Functions.counted(op, args, 2, place);
            return new Cql2.Arithmetic(
                    arithmetic.get(), args.get(0).number(), args.get(1).number());
        }
        return Functions.call(Words.capitals(op), args, place).value();
    }

    private Cql2 in(JsonNode args, String at) {
        JsonNode candidates = args.path(1);
        if (args.size() != 2 || !candidates.isArray() || candidates.isEmpty()) {
            throw error(at + "/args", Phrase.CANDIDATES);
        }
        Scalar value = node(args.get(0), at + "/args/0").scalar();
        return new Cql2.In(value, scalars(candidates, at + "/args/1"));
    }

    private static List<Predicate> predicates(String op, List<Node> args, Place place) {
        if (args.size() < 2) {
            throw new Cql2SyntaxException(place, Phrase.LEAST_ARGUMENTS, op, 2, args.size());
        }
        return args.stream().map(Node::predicate).toList();
    }

    private static Node only(String op, List<Node> args, Place place) {
        return Functions.counted(op, args, 1, place).getFirst();
    }

    private Cql2 interval(JsonNode json, String at) {
        if (!json.isArray() || json.size() != 2) {
            throw error(at, Phrase.INTERVAL_ENDS);
        }
        return Literals.interval(bound(json.get(0), at + "/0"), bound(json.get(1), at + "/1"), new Place.Pointer(at));
    }

    private Bound bound(JsonNode json, String at) {
        return json.isString()
                ? Literals.bound(string(json, at), new Place.Pointer(at))
                : node(json, at).bound();
    }

    private static Cql2 bbox(JsonNode json, String at) {
        List<Double> numbers = GeoJsonReader.numbers(json, at);
        if (numbers.size() != 4 && numbers.size() != 6) {
            throw new Cql2SyntaxException(new Place.Pointer(at), Phrase.BBOX_SIZE, numbers.size());
        }
        return new Cql2.BboxLiteral(numbers);
    }

    private List<Scalar> scalars(JsonNode array, String at) {
        return nodes(array, at).stream().map(Node::scalar).toList();
    }

    private List<Node> nodes(JsonNode array, String at) {
        List<Node> nodes = new ArrayList<>();
        for (JsonNode each : array) {
            nodes.add(node(each, at + "/" + nodes.size()));
        }
        return nodes;
    }

    private static String string(JsonNode json, String at) {
        if (!json.isString()) {
            throw error(at, Phrase.STRING);
        }
        Literals.requireStorable(json.stringValue(), new Place.Pointer(at));
        return json.stringValue();
    }

    private static Cql2SyntaxException error(String at, Phrase expected) {
        return new Cql2SyntaxException(new Place.Pointer(at), Phrase.EXPECTED, expected);
    }
}
