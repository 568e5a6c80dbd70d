package tr.kentatlas.api.problem;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import tr.kentatlas.spatial.model.Text;

/** Tells wordings in Turkish or English, from {@code data/i18n/refusals}, {@code remarks} and {@code geoserver}. */
@Component
public final class Words {
    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    private final MessageSource messages;

    Words() {
        ResourceBundleMessageSource files = new ResourceBundleMessageSource();
        files.setBasenames(
                "kentatlas/i18n/refusals",
                "kentatlas/i18n/remarks",
                "kentatlas/i18n/tables",
                "kentatlas/i18n/geoserver");
        files.setDefaultEncoding("UTF-8");
        files.setFallbackToSystemLocale(false);
        this.messages = files;
    }

    /** For commands, which run without the web side. */
    public static Words ofFiles() {
        return new Words();
    }

    /** In both languages. */
    public Text text(Wording wording) {
        return new Text(tell(wording, TURKISH), tell(wording, Locale.ENGLISH));
    }

    public String tell(Wording wording, Locale language) {
        Object[] values =
                wording.values().stream().map(value -> told(value, language)).toArray();
        return messages.getMessage(wording.key(), values, language);
    }

    /** Why something was refused, in one line: its faults, or else its detail. */
    public String tell(Problem problem, Locale language) {
        if (problem.faults().isEmpty()) return tell(problem.wording(), language);
        return problem.faults().stream()
                .map(fault -> fault.parameter() + ": " + tell(fault.wording(), language))
                .collect(Collectors.joining("; "));
    }

    /** What a status is called. */
    Optional<String> title(int status, Locale language) {
        return Optional.ofNullable(messages.getMessage("title." + status, null, null, language));
    }

    private String told(Object value, Locale language) {
        return switch (value) {
            case Wording inner -> tell(inner, language);
            case Text text -> text.in(language);
            case List<?> several ->
                several.stream().map(one -> told(one, language)).collect(Collectors.joining(", "));
            default -> String.valueOf(value);
        };
    }

    /** The same files for what tells its own errors by them. */
    MessageSource messages() {
        return messages;
    }
}
