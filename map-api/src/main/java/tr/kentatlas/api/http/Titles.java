package tr.kentatlas.api.http;

import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.context.i18n.LocaleContextHolder;

/** What the documents of the data API call their parts, in the language of the request, from {@code data/i18n/api}. */
public final class Titles {
    private static final String FILES = "kentatlas/i18n/api";

    private Titles() {}

    public static String of(String key) {
        return ResourceBundle.getBundle(FILES, language()).getString(key);
    }

    /** With a title put into it. */
    public static String of(String key, String title) {
        return of(key).replace("{0}", title);
    }

    /** The file without a language is the Turkish one, whatever the machine's own language. */
    private static Locale language() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT;
    }
}
