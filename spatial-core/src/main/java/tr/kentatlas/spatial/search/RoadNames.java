package tr.kentatlas.spatial.search;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.address.TurkishText;

/** A road's name as it stands on its sign: the stored name and the word of its kind, once. */
final class RoadNames {
    /** Codes of the list csbmTuru and the word a sign carries. */
    private static final Map<String, String> WORDS = Map.of(
            "1", "Meydanı", "2", "Bulvarı", "3", "Caddesi", "4", "Sokak", "5", "Küme Evler", "koySokagi", "Sokak");

    private static final Set<String> ENDINGS = Set.of(
            "meydani", "meydan", "bulvari", "bulvar", "caddesi", "cadde", "sokak", "sokagi", "evler", "evleri", "yolu",
            "cikmazi", "yokusu", "kopru", "koprusu", "tuneli");

    private RoadNames() {}

    static String title(String name, @Nullable String kind) {
        String last = TurkishText.searchKey(name.substring(name.lastIndexOf(' ') + 1));
        String word = kind == null ? null : WORDS.get(kind);
        return word == null || ENDINGS.contains(last) ? name : name + " " + word;
    }
}
