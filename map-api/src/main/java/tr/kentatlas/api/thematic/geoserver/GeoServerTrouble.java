package tr.kentatlas.api.thematic.geoserver;

import tr.kentatlas.spatial.model.Text;

/** GeoServer did not do what it was asked to; the text says what and how to mend it, for the operator. Its message is the English one. */
public final class GeoServerTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String turkish;
    private final String english;

    GeoServerTrouble(Words words) {
        super(words.english());
        this.english = words.english();
        this.turkish = words.text().tr();
    }

    GeoServerTrouble(Words words, Throwable cause) {
        super(words.english(), cause);
        this.english = words.english();
        this.turkish = words.text().tr();
    }

    /** The message in both languages. */
    public Text text() {
        return new Text(turkish, english);
    }
}
