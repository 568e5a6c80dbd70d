package tr.kentatlas.spatial.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tr.kentatlas.spatial.address.TurkishText;
import tr.kentatlas.spatial.model.CodeList;

/**
 * The codes of a list by the words others have for them: the code itself, another system's word, the Turkish title however it is typed. A
 * word that means several codes, or none, stays as it is, and the rules find it.
 */
public final class CodeWords {
    private final Set<String> codes;
    private final Map<String, String> others = new HashMap<>();

    public CodeWords(CodeList list) {
        codes = list.codes().stream().map(CodeList.Code::code).collect(Collectors.toUnmodifiableSet());
        take(list.codes().stream().flatMap(code -> code.also().stream().map(word -> Map.entry(word, code.code()))));
        take(list.codes().stream().map(code -> Map.entry(code.title().tr(), code.code())));
    }

    /** The code of a word, or the word. */
    public String code(String word) {
        return codes.contains(word) ? word : others.getOrDefault(TurkishText.searchKey(word.strip()), word);
    }

    /** The same of each of several words, or of one; what is no word stays as it is. */
    Object codes(Object value) {
        if (value instanceof String word) return code(word);
        return value instanceof List<?> many ? many.stream().map(this::codes).toList() : value;
    }

    /** Words that come earlier go before; of those that come together, one of two codes means neither. */
    private void take(Stream<Map.Entry<String, String>> words) {
        Map<String, String> taken = new HashMap<>();
        Set<String> doubtful = new HashSet<>();
        words.forEach(word -> {
            String key = TurkishText.searchKey(word.getKey());
            if (taken.putIfAbsent(key, word.getValue()) != null) doubtful.add(key);
        });
        taken.keySet().removeAll(doubtful);
        taken.forEach(others::putIfAbsent);
    }
}
