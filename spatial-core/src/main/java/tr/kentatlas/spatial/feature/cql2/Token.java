package tr.kentatlas.spatial.feature.cql2;

import tr.kentatlas.spatial.feature.refusal.Phrase;
import tr.kentatlas.spatial.feature.refusal.Reason;

/** A word of CQL2 text; {@code text} is its content, without quotes and escapes. */
record Token(Kind kind, String text, int position) {
    enum Kind {
        NAME,
        QUOTED_NAME,
        TEXT,
        NUMBER,
        SYMBOL,
        END
    }

    Place place() {
        return new Place.Position(position);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && Words.capitals(text).equals(word);
    }

    /** For reasons: a phrase where it is no word of the filter. */
    Object described() {
        return switch (kind) {
            case END -> Phrase.THE_END;
            case TEXT -> Reason.of(Phrase.THE_TEXT, Literals.shortened(text));
            case QUOTED_NAME -> "\"" + Literals.shortened(text) + "\"";
            default -> Literals.shortened(text);
        };
    }
}
