package tr.kentatlas.api.thematic;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.store.VisibleType;

/** The fields a CQL2 text speaks of, and the text as people read it: with their titles in the place of their names. */
public final class FieldWords {
    /** A text in quotes, a name in quotes or a bare one. */
    private static final Pattern PIECE =
            Pattern.compile("'(?:[^']|'')*'|\"(?<quoted>[^\"]*)\"|(?<bare>[\\p{L}_][\\p{L}\\p{N}_.]*)");

    private final VisibleType type;

    public FieldWords(VisibleType type) {
        this.type = type;
    }

    /** The fields named in a text as it is written in one fixed spelling. */
    public List<Attribute> named(String cql2) {
        return PIECE.matcher(cql2)
                .results()
                .flatMap(piece -> type.attribute(name(piece.group("quoted"), piece.group("bare"))).stream())
                .distinct()
                .toList();
    }

    Text told(String cql2) {
        return new Text(told(cql2, Locale.of("tr")), told(cql2, Locale.ENGLISH));
    }

    private String told(String cql2, Locale locale) {
        Function<MatchResult, String> title = piece -> type.attribute(name(piece.group("quoted"), piece.group("bare")))
                .map(attribute -> attribute.title().in(locale))
                .orElse(piece.group());
        return PIECE.matcher(cql2).replaceAll(piece -> Matcher.quoteReplacement(title.apply(piece)));
    }

    private static String name(@Nullable String quoted, @Nullable String bare) {
        return Objects.requireNonNullElse(quoted == null ? bare : quoted, "");
    }
}
