package tr.kentatlas.api.thematic.geoserver;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import tr.kentatlas.spatial.model.Text;

/**
 * A sentence of {@code data/i18n/geoserver*.properties} with what is put into it, so that an operator reads it in Turkish or English.
 *
 * @param arguments texts as they are, other {@code Words} and {@link Text}s in the language of the sentence
 */
record Words(String key, List<Object> arguments) {
    private static final String FILES = "kentatlas/i18n/geoserver";

    Words {
        arguments = List.copyOf(arguments);
    }

    static Words of(String key, Object... arguments) {
        return new Words(key, List.of(arguments));
    }

    Text text() {
        return new Text(turkish(), english());
    }

    String english() {
        return in(Locale.ENGLISH);
    }

    /** The file without a language is the Turkish one, whatever the machine's own language. */
    private String turkish() {
        return in(Locale.ROOT);
    }

    private String in(Locale language) {
        String pattern = ResourceBundle.getBundle(FILES, language).getString(key);
        Object[] filled =
                arguments.stream().map(argument -> filled(argument, language)).toArray();
        return new MessageFormat(pattern, language).format(filled);
    }

    private static String filled(Object argument, Locale language) {
        return switch (argument) {
            case Words words -> words.in(language);
            case Text text -> text.in(language);
            default -> argument.toString();
        };
    }
}
