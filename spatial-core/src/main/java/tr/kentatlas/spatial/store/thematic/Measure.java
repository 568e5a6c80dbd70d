package tr.kentatlas.spatial.store.thematic;

import tr.kentatlas.spatial.feature.cql2.Cql2;

/**
 * The number a feature is classed by: a property or an expression, as it is or divided by something; of a property that holds days or
 * instants their year.
 */
public record Measure(Cql2.Scalar value, Divisor divisor) {

    /** What the value is divided by; where that is zero or unknown, so is the number. */
    public sealed interface Divisor {}

    /** As it is. */
    public record Undivided() implements Divisor {}

    /** Divided by another property or expression. */
    public record By(Cql2.Scalar value) implements Divisor {}

    /** Divided by the feature's area on the storage CRS, counted in units of so many square metres. */
    public record ByArea(double squareMetres) implements Divisor {}
}
