package tr.kentatlas.api.thematic.geoserver;

import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.problem.Words;
import tr.kentatlas.spatial.model.Text;

/** GeoServer did not do what it was asked to; the text says what and how to mend it, for the operator. Its message is the English one. */
public final class GeoServerTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    GeoServerTrouble(Wording wording) {
        this(wording, null);
    }

    GeoServerTrouble(Wording wording, @Nullable Throwable cause) {
        this(Words.ofFiles().text(wording), cause);
    }

    private GeoServerTrouble(Text text, @Nullable Throwable cause) {
        super(text.en(), cause);
        this.text = text;
    }

    /** The message in both languages. */
    public Text text() {
        return text;
    }
}
