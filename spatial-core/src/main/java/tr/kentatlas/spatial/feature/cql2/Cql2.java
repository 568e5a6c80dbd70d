package tr.kentatlas.spatial.feature.cql2;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/**
 * The tree of a CQL2 filter (OGC 21-065r2). A node implements each role it may play; a property may play all of them,
 * since only the feature type knows what it holds.
 */
public sealed interface Cql2 {
    /** True, false or unknown. */
    sealed interface Predicate extends Cql2 {}

    /** One text, number, truth value or instant. */
    sealed interface Scalar extends Cql2 {}

    /** An instant or an interval. */
    sealed interface Temporal extends Cql2 {}

    /** An end of an interval. */
    sealed interface Bound extends Cql2 {}

    /** A geometry in the filter's CRS and axis order. */
    sealed interface Spatial extends Cql2 {}

    /** Several values, read as a set. */
    sealed interface ArrayValue extends Cql2 {}

    /** All operands hold; at least two. */
    record And(List<Predicate> operands) implements Predicate {
        public And {
            operands = List.copyOf(operands);
        }
    }

    /** At least one operand holds; at least two are given. */
    record Or(List<Predicate> operands) implements Predicate {
        public Or {
            operands = List.copyOf(operands);
        }
    }

    record Not(Predicate operand) implements Predicate {}

    record Comparison(ComparisonOperator operator, Scalar left, Scalar right) implements Predicate {}

    /** The pattern's wildcards are {@code %} and {@code _}; a backslash takes their meaning away. */
    record Like(Scalar value, Scalar pattern) implements Predicate {}

    /** Both ends belong to the range. */
    record Between(Scalar value, Scalar low, Scalar high) implements Predicate {}

    record In(Scalar value, List<Scalar> candidates) implements Predicate {
        public In {
            candidates = List.copyOf(candidates);
        }
    }

    record IsNull(Cql2 operand) implements Predicate {}

    record SpatialRelation(SpatialOperator operator, Spatial left, Spatial right) implements Predicate {}

    record TemporalRelation(TemporalOperator operator, Temporal left, Temporal right) implements Predicate {}

    record ArrayRelation(ArrayOperator operator, ArrayValue left, ArrayValue right) implements Predicate {}

    /** Two properties are equal when their names are; where they were written does not matter. */
    record Property(String name, Place place) implements Predicate, Scalar, Temporal, Bound, Spatial, ArrayValue {
        public Property(String name) {
            this(name, Place.UNKNOWN);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Property that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    record BooleanLiteral(boolean value) implements Predicate, Scalar {}

    record TextLiteral(String value) implements Scalar {}

    /** Kept without trailing zeros, so that 1.0 and 1 are the same literal. */
    record NumberLiteral(BigDecimal value) implements Scalar {
        public NumberLiteral {
            value = value.stripTrailingZeros();
        }
    }

    record DateLiteral(LocalDate value) implements Scalar, Temporal, Bound {}

    /** To the microsecond, which is what the database keeps. */
    record TimestampLiteral(Instant value) implements Scalar, Temporal, Bound {}

    /** The text with its case folded by Turkish rules. */
    record CaseInsensitive(Scalar text) implements Scalar {}

    /** The text without its accents. */
    record AccentInsensitive(Scalar text) implements Scalar {}

    record Arithmetic(ArithmeticOperator operator, Scalar left, Scalar right) implements Scalar {}

    record Interval(Bound start, Bound end) implements Temporal {}

    /** The missing end of an unbounded interval, written {@code '..'}. */
    record Unbounded() implements Bound {}

    record ArrayLiteral(List<Scalar> elements) implements ArrayValue {
        public ArrayLiteral {
            elements = List.copyOf(elements);
        }
    }

    /** Four or six numbers: the lower corner, then the upper one, in the axis order of the filter's CRS. */
    record BboxLiteral(List<Double> numbers) implements Spatial {
        public BboxLiteral {
            numbers = List.copyOf(numbers);
        }
    }

    /** A geometry as written: x is the first number of each position, whatever the axis order of the filter's CRS. */
    record GeometryLiteral(Geometry geometry) implements Spatial {
        @Override
        public boolean equals(Object other) {
            return other instanceof GeometryLiteral that && Arrays.equals(bytes(), that.bytes());
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes());
        }

        // The geometry's own equals() does not look at z.
        private byte[] bytes() {
            return new WKBWriter(3).write(geometry);
        }
    }
}
