package tr.kentatlas.spatial.feature.cql2;

import java.util.List;
import tr.kentatlas.spatial.feature.cql2.Cql2.AccentInsensitive;
import tr.kentatlas.spatial.feature.cql2.Cql2.ArrayLiteral;
import tr.kentatlas.spatial.feature.cql2.Cql2.ArrayValue;
import tr.kentatlas.spatial.feature.cql2.Cql2.Bound;
import tr.kentatlas.spatial.feature.cql2.Cql2.CaseInsensitive;
import tr.kentatlas.spatial.feature.cql2.Cql2.Predicate;
import tr.kentatlas.spatial.feature.cql2.Cql2.Property;
import tr.kentatlas.spatial.feature.cql2.Cql2.Scalar;
import tr.kentatlas.spatial.feature.cql2.Cql2.Spatial;
import tr.kentatlas.spatial.feature.cql2.Cql2.Temporal;
import tr.kentatlas.spatial.feature.cql2.Cql2.TextLiteral;
import tr.kentatlas.spatial.feature.refusal.Phrase;
import tr.kentatlas.spatial.feature.refusal.Reason;

/**
 * A part of a filter just read, before its role is known: an opening parenthesis may start a condition, a value or an
 * array, so the role is checked afterwards, where the part is used. {@code enclosed}: it stood in parentheses.
 */
record Node(Cql2 value, Place place, boolean enclosed) {
    Node(Cql2 value, Place place) {
        this(value, place, false);
    }

    Predicate predicate() {
        if (value instanceof Predicate role) {
            return role;
        }
        throw refusal(Phrase.CONDITION);
    }

    Scalar scalar() {
        if (value instanceof Scalar role) {
            return role;
        }
        throw refusal(Phrase.VALUE);
    }

    Temporal temporal() {
        if (value instanceof Temporal role) {
            return role;
        }
        throw refusal(Phrase.TEMPORAL_OR_PROPERTY);
    }

    Spatial spatial() {
        if (value instanceof Spatial role) {
            return role;
        }
        throw refusal(Phrase.GEOMETRY_OR_PROPERTY);
    }

    Bound bound() {
        if (value instanceof Bound role) {
            return role;
        }
        throw refusal(Phrase.BOUND_OR_PROPERTY);
    }

    ArrayValue array() {
        if (enclosed && value instanceof Scalar element) {
            return new ArrayLiteral(List.of(element));
        }
        if (value instanceof ArrayValue role) {
            return role;
        }
        throw refusal(Phrase.ARRAY_OR_PROPERTY);
    }

    /** What CASEI, ACCENTI and LIKE work on. */
    Scalar text() {
        return switch (value) {
            case TextLiteral text -> text;
            case CaseInsensitive folded -> folded;
            case AccentInsensitive folded -> folded;
            case Property property -> property;
            default -> throw refusal(Phrase.TEXT_OR_PROPERTY);
        };
    }

    Scalar pattern() {
        if (value instanceof Property) {
            throw refusal(Phrase.PATTERN);
        }
        return text();
    }

    Scalar number() {
        return switch (value) {
            case Cql2.NumberLiteral number -> number;
            case Cql2.Arithmetic arithmetic -> arithmetic;
            case Property property -> property;
            default -> throw refusal(Phrase.NUMBER_OR_PROPERTY);
        };
    }

    Cql2 nullable() {
        if (value instanceof Predicate && !(value instanceof Scalar)) {
            throw refusal(Phrase.PROPERTY_OR_VALUE);
        }
        return value;
    }

    private Cql2SyntaxException refusal(Phrase expected) {
        return new Cql2SyntaxException(place, Phrase.EXPECTED_FOUND, expected, described());
    }

    private Object described() {
        return switch (value) {
            case Property property -> Reason.of(Phrase.THE_PROPERTY, Literals.shortened(property.name()));
            case Cql2.BooleanLiteral literal -> Phrase.FLAG;
            case Predicate predicate -> Phrase.CONDITION;
            case TextLiteral text -> Phrase.TEXT;
            case Cql2.NumberLiteral number -> Phrase.NUMBER;
            case Cql2.Arithmetic arithmetic -> Phrase.NUMBER;
            case Cql2.DateLiteral date -> Phrase.DATE;
            case Cql2.TimestampLiteral timestamp -> Phrase.TIME;
            case Scalar folded -> Phrase.TEXT;
            case Cql2.Interval interval -> Phrase.INTERVAL;
            case Spatial geometry -> Phrase.GEOMETRY;
            case ArrayLiteral array -> Phrase.ARRAY;
            case Cql2.Unbounded unbounded -> "'..'";
        };
    }
}
