package tr.kentatlas.api.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language of every answer: Turkish, unless the {@code lang} parameter or the reader's browser asks for English first. What is refused
 * is told to programs by {@link #told}.
 */
@Component("localeResolver")
public final class Language implements LocaleResolver {
    private static final Locale TURKISH = Locale.forLanguageTag("tr");
    private static final List<Locale> SPOKEN = List.of(TURKISH, Locale.ENGLISH);

    Language() {}

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        String named = request.getParameter("lang");
        return named == null ? accepted(request.getHeader("Accept-Language")) : spoken(named);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the address names the language");
    }

    /** The language an {@code Accept-Language} header asks for, of those we speak. */
    public static Locale accepted(@Nullable String header) {
        if (header == null) return TURKISH;
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN);
            return best == null ? TURKISH : best;
        } catch (IllegalArgumentException e) {
            return TURKISH;
        }
    }

    /** The language a program wants to be refused in: English, unless it asks for one by {@code lang} or as people's browsers do. */
    public static Locale told(HttpServletRequest request) {
        String named = request.getParameter("lang");
        return named == null ? told(request.getHeader("Accept-Language")) : spoken(named);
    }

    /** The same by its {@code Accept-Language} header. */
    public static Locale told(@Nullable String header) {
        return header == null ? Locale.ENGLISH : accepted(header);
    }

    private static Locale spoken(String tag) {
        return tag.equals("en") ? Locale.ENGLISH : TURKISH;
    }
}
