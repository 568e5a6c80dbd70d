package tr.kentatlas.api.thematic.classes;

import java.util.Arrays;
import java.util.Optional;
import tr.kentatlas.spatial.model.Text;

/** How values are put into classes. */
public enum Method {
    /** Equally wide. */
    EQUAL_INTERVAL("equal-interval", "Eşit aralık", "Equal intervals"),
    /** Equally full, as far as equal values allow. */
    QUANTILE("quantile", "Eşit sayılı (kantil)", "Equal counts (quantiles)"),
    /** Least squared distance from the class means (Jenks, Fisher), exactly. */
    NATURAL_BREAKS("natural-breaks", "Doğal kırılmalar (Jenks)", "Natural breaks (Jenks)"),
    /** One standard deviation wide, placed around the mean. */
    STANDARD_DEVIATION("standard-deviation", "Standart sapma", "Standard deviation"),
    /** Each limit the same multiple of the one below; needs values above zero. */
    GEOMETRIC("geometric", "Geometrik", "Geometric"),
    /** Limits at round numbers; about as many classes as asked for. */
    PRETTY("pretty", "Yuvarlak sınırlar", "Round limits"),
    /** Cut at the mean, and what is above again, while it is the smaller part; for long tails. */
    HEAD_TAIL("head-tail", "Baş/kuyruk", "Head/tail"),
    /** Limits given by a person. */
    MANUAL("manual", "Elle verilen sınırlar", "Limits by hand"),
    /** One class per code. */
    CATEGORIES("categories", "Kategoriler", "Categories");

    private final String key;
    private final String turkish;
    private final String english;

    Method(String key, String turkish, String english) {
        this.key = key;
        this.turkish = turkish;
        this.english = english;
    }

    /** Its name in definitions. */
    public String key() {
        return key;
    }

    public Text title() {
        return new Text(turkish, english);
    }

    public static Optional<Method> of(String key) {
        return Arrays.stream(values()).filter(m -> m.key.equals(key)).findFirst();
    }
}
