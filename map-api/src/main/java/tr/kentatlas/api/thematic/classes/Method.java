package tr.kentatlas.api.thematic.classes;

import java.util.Arrays;
import java.util.Optional;

/** How values are put into classes. */
public enum Method {
    /** Equally wide. */
    EQUAL_INTERVAL("equal-interval"),
    /** Equally full, as far as equal values allow. */
    QUANTILE("quantile"),
    /** Least squared distance from the class means (Jenks, Fisher), exactly. */
    NATURAL_BREAKS("natural-breaks"),
    /** One standard deviation wide, placed around the mean. */
    STANDARD_DEVIATION("standard-deviation"),
    /** Each limit the same multiple of the one below; needs values above zero. */
    GEOMETRIC("geometric"),
    /** Limits at round numbers; about as many classes as asked for. */
    PRETTY("pretty"),
    /** Cut at the mean, and what is above again, while it is the smaller part; for long tails. */
    HEAD_TAIL("head-tail"),
    /** Limits given by a person. */
    MANUAL("manual"),
    /** One class per code. */
    CATEGORIES("categories");

    private final String key;

    Method(String key) {
        this.key = key;
    }

    /** Its name in definitions. */
    public String key() {
        return key;
    }

    public static Optional<Method> of(String key) {
        return Arrays.stream(values()).filter(m -> m.key.equals(key)).findFirst();
    }
}
