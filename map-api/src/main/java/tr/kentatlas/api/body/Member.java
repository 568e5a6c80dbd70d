package tr.kentatlas.api.body;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.problem.Faults;
import tr.kentatlas.api.problem.ValueRefused;
import tr.kentatlas.api.problem.ValueWordings;
import tr.kentatlas.spatial.word.Worded;

/**
 * A member of a JSON document: its value, and the path people find it by, like {@code layers[0].type}. Whoever reads it gets something to go on with; what
 * could not be used is among the faults of the whole document, which are told together.
 *
 * @param path empty for the document itself
 */
public record Member(JsonNode json, String path, Faults faults) {
    /** Like 2026-11-03: of years with more digits nobody can count on. */
    private static final int DAY = 10;

    public static Member document(JsonNode json) {
        return new Member(json, "", new Faults());
    }

    /** A member of this object. */
    public Member at(String name) {
        return new Member(json.path(name), path.isEmpty() ? name : path + "." + name, faults);
    }

    /** The elements of this list; no more than the first of them where there are too many, which is a fault. */
    public List<Member> each(int most) {
        if (json.size() > most) fault("request.most", most);
        return elements(Math.min(json.size(), most));
    }

    /** The elements of a list that has some; none where it has not, or too many. */
    public List<Member> some(int most) {
        if (json.isArray() && !json.isEmpty() && json.size() <= most) return elements(json.size());
        fault("request.list", most);
        return List.of();
    }

    private List<Member> elements(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Member(json.path(i), path + "[" + i + "]", faults))
                .toList();
    }

    /** Left out or null: the same. */
    public boolean isAbsent() {
        return json.isMissingNode() || json.isNull();
    }

    public boolean isTrue() {
        return json.asBoolean(false);
    }

    public void fault(String key, Object... values) {
        faults.add(path.isEmpty() ? "body" : path, key, values);
    }

    /** A misspelt member must not pass for one that was left out. */
    public void knowOnly(Set<String> names) {
        if (!json.isObject()) fault("request.object");
        json.propertyNames().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> at(name).fault("request.member"));
    }

    /** What a reader makes of it; null where it is absent or refused. */
    public <T> @Nullable T read(Function<JsonNode, @Nullable T> reader) {
        if (isAbsent()) return null;
        try {
            return reader.apply(json);
        } catch (IllegalArgumentException e) {
            faults.add(path, json.isString() ? ValueWordings.of(e, json.asString()) : ValueWordings.of(e));
            return null;
        }
    }

    /** What a reader makes of its text; null where it is absent, blank or refused. */
    public <T> @Nullable T readText(Function<String, @Nullable T> reader) {
        if (isBlank()) return null;
        if (json.isString()) return read(text -> reader.apply(text.asString()));
        fault("request.text");
        return null;
    }

    /** The same of what must be there. */
    public <T> @Nullable T requireText(Function<String, @Nullable T> reader) {
        if (isBlank()) fault("request.missing");
        return readText(reader);
    }

    /** Absent, or a text that says nothing. */
    public boolean isBlank() {
        return isAbsent() || (json.isString() && json.asString().isBlank());
    }

    /** The constant of this word; null where it is absent or refused in these words. */
    public <E extends Enum<E> & Worded> @Nullable E constant(Class<E> kind, String key) {
        return readText(word -> Worded.find(kind, word).orElseThrow(() -> new ValueRefused(key)));
    }

    /** Empty where it is missing, which is a fault. */
    public String text(int longest) {
        String text = optionalText(longest);
        if (isBlank()) fault("request.missing");
        return Objects.requireNonNullElse(text, "");
    }

    /** Null where it is absent, blank or no text. */
    public @Nullable String optionalText(int longest) {
        return readText(text -> {
            if (text.length() > longest) fault("request.characters", longest);
            return text.strip();
        });
    }

    public LocalDate day() {
        String text = json.asString("").strip();
        try {
            if (text.length() == DAY) return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            // told below
        }
        fault("request.day");
        return LocalDate.EPOCH;
    }

    public long whole(long least, long most) {
        boolean isWhole = json.isIntegralNumber() && json.canConvertToLong();
        if (isWhole && json.asLong() >= least && json.asLong() <= most) return json.asLong();
        fault("request.whole", least, most);
        return least;
    }

    /** A number; the usual one where it is absent. */
    public double number(double usual, double least, double most) {
        if (isAbsent()) return usual;
        double value = json.isNumber() ? json.doubleValue() : Double.NaN;
        if (value >= least && value <= most) return value;
        fault("request.number", plain(least), plain(most));
        return usual;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
