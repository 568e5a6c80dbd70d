package tr.kentatlas.registry.port;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tr.kentatlas.spatial.word.Worded;

/**
 * The form in which remarks stand in the database: {@code remark:waits-for(level.door,"a text")}. Within the quotes a backslash stands
 * before a quote and a backslash, and {@code \0} for the character a database takes nowhere.
 */
public final class WrittenRemark {
    private static final String MARK = "remark:";
    private static final Pattern WORD = Pattern.compile("[a-z][a-z.-]*");
    private static final Map<String, Object> WORDS = Stream.<Object>concat(
                    Stream.of(Level.values()), Stream.of(ResultCode.values()))
            .collect(Collectors.toUnmodifiableMap(WrittenRemark::word, Function.identity()));

    private final String text;
    private int at = MARK.length();

    private WrittenRemark(String text) {
        this.text = text;
    }

    public static String write(Remark remark) {
        return MARK + form(remark);
    }

    /** Never fails: what is not in this form is taken as the words it is ({@link Saying#AS_WRITTEN}). */
    public static Remark read(String text) {
        return parse(text).orElseGet(() -> Remark.of(Saying.AS_WRITTEN, text));
    }

    private static Optional<Remark> parse(String text) {
        if (!text.startsWith(MARK)) return Optional.empty();
        WrittenRemark written = new WrittenRemark(text);
        return written.remark(0).filter(whole -> write(whole).equals(text));
    }

    static String form(Remark remark) {
        String word = remark.saying().word();
        return remark.values().isEmpty()
                ? word
                : remark.values().stream().map(WrittenRemark::value).collect(Collectors.joining(",", word + "(", ")"));
    }

    private static String value(Object value) {
        return switch (value) {
            case Remark inner -> form(inner);
            case Enum<?> named -> word(named);
            default -> '"' + escaped(value.toString()) + '"';
        };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\0", "\\0");
    }

    private static String word(Object named) {
        String name = ((Worded) named).word();
        return (named instanceof Level ? "level." : "result.") + name;
    }

    private Optional<Remark> remark(int depth) {
        return found(WORD).map(Matcher::group).flatMap(word -> remark(word, depth));
    }

    private Optional<Remark> remark(String word, int depth) {
        Saying saying = Saying.byWord().get(word);
        if (saying == null || depth > Remark.DEEPEST) return Optional.empty();
        List<Object> values = new ArrayList<>();
        for (int n = 0; n < saying.takes(); n++) {
            if (!isNext(n == 0 ? '(' : ',')) return Optional.empty();
            Optional<Object> value = value(depth);
            if (value.isEmpty()) return Optional.empty();
            values.add(value.get());
        }
        return values.isEmpty() || isNext(')') ? Optional.of(new Remark(saying, values)) : Optional.empty();
    }

    private Optional<Object> value(int depth) {
        if (isNext('"')) return quoted().map(Function.identity());
        Optional<String> word = found(WORD).map(Matcher::group);
        Optional<Object> named = word.map(WORDS::get);
        return named.isPresent() ? named : word.flatMap(inner -> remark(inner, depth + 1));
    }

    /** Up to the closing quote, which must be there. */
    private Optional<String> quoted() {
        StringBuilder out = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            boolean escaped = text.charAt(at) == '\\' && ++at < text.length();
            char next = at < text.length() ? text.charAt(at++) : '\\';
            out.append(escaped && next == '0' ? '\0' : next);
        }
        return isNext('"') ? Optional.of(out.toString()) : Optional.empty();
    }

    private boolean isNext(char expected) {
        boolean there = at < text.length() && text.charAt(at) == expected;
        at += there ? 1 : 0;
        return there;
    }

    private Optional<Matcher> found(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) return Optional.empty();
        at = matcher.end();
        return Optional.of(matcher);
    }
}
