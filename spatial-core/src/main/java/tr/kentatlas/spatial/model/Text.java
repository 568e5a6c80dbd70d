package tr.kentatlas.spatial.model;

import java.util.Locale;

/** A text for people in Turkish and English. */
public record Text(String tr, String en) {

    /** The text in the reader's language; Turkish unless English is asked for. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : tr;
    }
}
