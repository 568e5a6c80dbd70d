package tr.kentatlas.spatial.feature.cql2;

import java.util.List;
import java.util.Optional;
import tr.kentatlas.spatial.feature.refusal.Phrase;

/** The functions of the standard that text and JSON both call by name. */
final class Functions {
    private Functions() {}

    /** {@code name} in capitals. */
    static Node call(String name, List<Node> args, Place place) {
        return new Node(tree(name, args, place), place);
    }

    private static Cql2 tree(String name, List<Node> args, Place place) {
        return switch (name) {
            case "CASEI" ->
                new Cql2.CaseInsensitive(
                        counted(name, args, 1, place).getFirst().text());
            case "ACCENTI" ->
                new Cql2.AccentInsensitive(
                        counted(name, args, 1, place).getFirst().text());
            default -> relation(name, args, place);
        };
    }

    private static Cql2 relation(String name, List<Node> args, Place place) {
        Optional<SpatialOperator> spatial = SpatialOperator.of(name);
        if (spatial.isPresent()) {
            counted(name, args, 2, place);
            return new Cql2.SpatialRelation(
                    spatial.get(), args.get(0).spatial(), args.get(1).spatial());
        }
        Optional<TemporalOperator> temporal = TemporalOperator.of(name);
        if (temporal.isPresent()) {
            counted(name, args, 2, place);
            return new Cql2.TemporalRelation(
                    temporal.get(), args.get(0).temporal(), args.get(1).temporal());
        }
        Optional<ArrayOperator> array = ArrayOperator.of(name);
        if (array.isPresent()) {
            counted(name, args, 2, place);
            return new Cql2.ArrayRelation(
                    array.get(), args.get(0).array(), args.get(1).array());
        }
        throw new Cql2SyntaxException(place, Phrase.NO_FUNCTION, Literals.shortened(name));
    }

    static List<Node> counted(String name, List<Node> args, int count, Place place) {
        if (args.size() != count) {
            throw count == 1
                    ? new Cql2SyntaxException(place, Phrase.ONE_ARGUMENT, name, args.size())
                    : new Cql2SyntaxException(place, Phrase.SEVERAL_ARGUMENTS, name, count, args.size());
        }
        return args;
    }
}
