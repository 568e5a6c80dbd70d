package tr.kentatlas.registry.pull;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.ingest.CodeWords;
import tr.kentatlas.spatial.model.Model;

/** The registry's words for kinds, uses and conditions as the city's codes: it may send its texts for them. */
final class KindWords {
    static final String OF_STREET = "csbmTuru";
    static final String OF_BUILDING = "yapiTipi";
    static final String OF_DOOR = "numaratajTipi";
    static final String OF_UNIT = "bbTipi";
    static final String USE = "bbKullanim";
    static final String CONDITION = "yapiDurum";

    private final Map<String, CodeWords> lists;

    KindWords(Model model) {
        lists = Stream.of(OF_STREET, OF_BUILDING, OF_DOOR, OF_UNIT, USE, CONDITION)
                .collect(Collectors.toUnmodifiableMap(
                        list -> list,
                        list -> new CodeWords(
                                Objects.requireNonNull(model.codeLists().get(list), list))));
    }

    /** The code of a list for a word; a word nobody knows stays. */
    @Nullable
    String code(String list, @Nullable String word) {
        return word == null ? null : Objects.requireNonNull(lists.get(list)).code(word);
    }
}
