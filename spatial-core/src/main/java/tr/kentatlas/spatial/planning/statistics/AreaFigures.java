package tr.kentatlas.spatial.planning.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one area.
 *
 * @param key {@link #ALL}, a neighbourhood's identity, or {@code drawn-n} counted from 1
 * @param squareMetres on the storage CRS; of what has an area
 * @param metres on the storage CRS; of what has a length
 * @param numbers in the order they were asked for
 * @param codes the most frequent first; empty where no breakdown was asked for
 * @param isWithheld whether there are too few features to be told; then nothing else is told either
 */
public record AreaFigures(
        String key,
        long count,
        double squareMetres,
        double metres,
        List<Numbers> numbers,
        List<Code> codes,
        boolean isWithheld) {
    /** All features of the question, wherever they lie and whether they have a place or not. */
    public static final String ALL = "";

    public AreaFigures {
        numbers = List.copyOf(numbers);
        codes = List.copyOf(codes);
    }

    /**
     * One attribute. Its figures are null where no feature has a value, or where they are withheld.
     *
     * @param count features that have a value
     * @param total by the parts' shares where features are clipped
     * @param isWithheld whether a figure is kept back because it could tell of one household
     */
    public record Numbers(
            long count,
            @Nullable Double total,
            @Nullable Double mean,
            @Nullable Double least,
            @Nullable Double most,
            @Nullable Double median,
            boolean isWithheld) {}

    /**
     * One code of the breakdown.
     *
     * @param code null for features without one
     * @param isWithheld whether there are too few to be told; then the rest is 0
     */
    public record Code(@Nullable String code, long count, double squareMetres, double metres, boolean isWithheld) {}
}
