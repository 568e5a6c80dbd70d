package tr.kentatlas.spatial.model;

import java.util.List;
import java.util.Map;
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
     */
    public record Code(
            String code,
            Text title,
            @Nullable String parent,
            @Nullable String inspire,
            @Nullable String symbol) {}

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
