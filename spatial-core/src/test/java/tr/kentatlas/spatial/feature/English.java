package tr.kentatlas.spatial.feature;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import tr.kentatlas.spatial.feature.refusal.QuestionRefused;
import tr.kentatlas.spatial.feature.refusal.Reason;
import tr.kentatlas.spatial.feature.refusal.ShapeFault;

/** Tells reasons as the English message file says them. */
public final class English {
    private static final Properties FILE = read();

    private English() {}

    public static String of(QuestionRefused refused) {
        return told(refused.reason());
    }

    private static String told(Object value) {
        return switch (value) {
            case Reason reason ->
                sentence("question." + reason.phrase().word(), reason.values().toArray());
            case ShapeFault fault -> sentence("shape." + fault.word());
            default -> value.toString();
        };
    }

    private static String sentence(String key, Object... values) {
        String pattern = Objects.requireNonNull(FILE.getProperty(key), key);
        if (values.length == 0) return pattern;
        Object[] told = Arrays.stream(values).map(English::told).toArray();
        return new MessageFormat(pattern, Locale.ENGLISH).format(told);
    }

    private static Properties read() {
        Properties file = new Properties();
        try (var stream =
                Objects.requireNonNull(English.class.getResourceAsStream("/kentatlas/i18n/refusals_en.properties"))) {
            file.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
