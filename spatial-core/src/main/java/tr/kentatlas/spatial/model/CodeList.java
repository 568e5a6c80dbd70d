package tr.kentatlas.spatial.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A code list of the ministry's model with its values in official order. */
public record CodeList(
        String name, Text title, String source, Certainty certainty, Extensibility extensibility, List<Code> codes) {

    /** INSPIRE's extensibility: may a user add values, none, only narrower ones, or any? */
    public enum Extensibility {
        NONE,
        NARROWER,
        OPEN
    }

    /**
     * One value.
     *
     * @param code as stored and emitted
     * @param parent broader value of the same list, or key in another list (ilçe → il); null at the top
     * @param inspire last part of the INSPIRE register URI, where it has one
     * @param symbol stable key of a plan symbol's drawing class, where the list is a symbol catalogue
     * @param also what other systems write for it
     * @param from the first day it is in force; null where it always was
     * @param until the first day it is in force no more; null where it is
     */
    public record Code(
            String code,
            Text title,
            @Nullable String parent,
            @Nullable String inspire,
            @Nullable String symbol,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> also,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LocalDate from,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LocalDate until) {

        /** The model of an older release knows no other spellings. */
        public Code {
            also = List.copyOf(Objects.requireNonNullElse(also, List.of()));
            if (from != null && until != null && !from.isBefore(until))
                throw new ModelException("code '" + code + "' ends when or before it begins");
        }

        /** Whether a record of that day may have it. */
        public boolean isInForce(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
        }
    }

    public CodeList {
        codes = List.copyOf(codes);
        requireUnique(name, codes);
    }

    /** Whether nobody may add to it. */
    public boolean isClosed() {
        return extensibility == Extensibility.NONE;
    }

    public Optional<Code> find(String code) {
        return codes.stream().filter(c -> c.code().equals(code)).findFirst();
    }

    /** The values a record of that day may have. */
    public List<Code> inForce(LocalDate day) {
        return codes.stream().filter(code -> code.isInForce(day)).toList();
    }

    /** The broadest value of the list above this one, which is its own where there is none. */
    public String broadest(String code) {
        return find(code)
                .map(Code::parent)
                .filter(parent -> find(parent).isPresent())
                .map(this::broadest)
                .orElse(code);
    }

    private static void requireUnique(String name, List<Code> codes) {
        Map<String, Long> count = codes.stream().collect(Collectors.groupingBy(Code::code, Collectors.counting()));
        count.forEach((code, times) -> {
            if (times > 1) throw new ModelException("code list " + name + " has '" + code + "' " + times + " times");
        });
    }
}
