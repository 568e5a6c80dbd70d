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
        throw refusal("a condition");
    }

    Scalar scalar() {
        if (value instanceof Scalar role) {
            return role;
        }
        throw refusal("a value");
    }

    Temporal temporal() {
        if (value instanceof Temporal role) {
            return role;
        }
        throw refusal("DATE, TIMESTAMP, INTERVAL or a property");
    }

    Spatial spatial() {
        if (value instanceof Spatial role) {
            return role;
        }
        throw refusal("a geometry or a property");
    }

    Bound bound() {
        if (value instanceof Bound role) {
            return role;
        }
        throw refusal("a date, a time, '..' or a property");
    }

    ArrayValue array() {
        if (enclosed && value instanceof Scalar element) {
            return new ArrayLiteral(List.of(element));
        }
        if (value instanceof ArrayValue role) {
            return role;
        }
        throw refusal("an array such as ('a', 'b') or a property");
    }

    /** What CASEI, ACCENTI and LIKE work on. */
    Scalar text() {
        return switch (value) {
            case TextLiteral text -> text;
            case CaseInsensitive folded -> folded;
            case AccentInsensitive folded -> folded;
            case Property property -> property;
            default -> throw refusal("a text or a property");
        };
    }

    Scalar pattern() {
        if (value instanceof Property) {
            throw refusal("a pattern such as 'A%'");
        }
        return text();
    }

    Scalar number() {
        return switch (value) {
            case Cql2.NumberLiteral number -> number;
            case Cql2.Arithmetic arithmetic -> arithmetic;
            case Property property -> property;
            default -> throw refusal("a number or a property");
        };
    }

    Cql2 nullable() {
        if (value instanceof Predicate && !(value instanceof Scalar)) {
            throw refusal("a property or a value");
        }
        return value;
    }

    private Cql2SyntaxException refusal(String expected) {
        return new Cql2SyntaxException(place, "expected " + expected + ", found " + described());
    }

    private String described() {
        return switch (value) {
            case Property property -> "the property " + Literals.shortened(property.name());
            case Cql2.BooleanLiteral literal -> "TRUE or FALSE";
            case Predicate predicate -> "a condition";
            case TextLiteral text -> "a text";
            case Cql2.NumberLiteral number -> "a number";
            case Cql2.Arithmetic arithmetic -> "a number";
            case Cql2.DateLiteral date -> "a date";
            case Cql2.TimestampLiteral timestamp -> "a time";
            case Scalar folded -> "a text";
            case Cql2.Interval interval -> "an interval";
            case Spatial geometry -> "a geometry";
            case ArrayLiteral array -> "an array";
            case Cql2.Unbounded unbounded -> "'..'";
        };
    }
}
