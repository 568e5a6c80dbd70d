package tr.kentatlas.api.thematic.classes;

import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.word.Worded;

/** How values are put into classes. */
public enum Method implements Worded {
    /** Equally wide. */
    EQUAL_INTERVAL("Eşit aralık", "Equal intervals"),
    /** Equally full, as far as equal values allow. */
    QUANTILE("Eşit sayılı (kantil)", "Equal counts (quantiles)"),
    /** Least squared distance from the class means (Jenks, Fisher), exactly. */
    NATURAL_BREAKS("Doğal kırılmalar (Jenks)", "Natural breaks (Jenks)"),
    /** One standard deviation wide, placed around the mean. */
    STANDARD_DEVIATION("Standart sapma", "Standard deviation"),
    /** Each limit the same multiple of the one below; needs values above zero. */
    GEOMETRIC("Geometrik", "Geometric"),
    /** Limits at round numbers; about as many classes as asked for. */
    PRETTY("Yuvarlak sınırlar", "Round limits"),
    /** Cut at the mean, and what is above again, while it is the smaller part; for long tails. */
    HEAD_TAIL("Baş/kuyruk", "Head/tail"),
    /** Limits given by a person. */
    MANUAL("Elle verilen sınırlar", "Limits by hand"),
    /** One class per code. */
    CATEGORIES("Kategoriler", "Categories");

    private final String turkish;
    private final String english;

    Method(String turkish, String english) {
        this.turkish = turkish;
        this.english = english;
    }

    public Text title() {
        return new Text(turkish, english);
    }
}
