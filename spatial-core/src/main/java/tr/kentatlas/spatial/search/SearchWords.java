package tr.kentatlas.spatial.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tartarus.snowball.ext.TurkishStemmer;
import tr.kentatlas.spatial.address.TurkishText;

/**
 * Text as words that can be compared, the same for what is stored and what is typed: folded by Turkish rules, without the suffixes
 * Turkish hangs on, with the many short forms of a street's kind as one.
 */
final class SearchWords {
    private static final Pattern APOSTROPHE = Pattern.compile("['’ʼ`]\\p{L}*");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern OWNED_AFTER_VOWEL = Pattern.compile("\\w{2,}[aeiou]s[iu]");
    private static final Pattern OWNED = Pattern.compile("\\w{3,}[^aeiou0-9][iu]");
    private static final Pattern PLURAL = Pattern.compile("(?<=\\w{3})(?:l[ae]r|s)$");
    private static final int LEAST_TO_STEM = 4;

    /** Short and inflected forms of words that say what kind of thing is meant. */
    private static final Map<String, String> SAME = Map.ofEntries(
            same("cadde", "cd", "cad", "cadd", "caddesi", "caddes", "avenue", "ave"),
            same("sokak", "sk", "sok", "sokagi", "skk", "street", "str"),
            same("bulvar", "bl", "blv", "bulv", "bulvari", "boulevard", "blvd"),
            same("mahalle", "mh", "mah", "mahallesi", "mahl", "neighbourhood", "neighborhood"),
            same("meydan", "mey", "meyd", "meydani", "square"),
            same("apartman", "apt", "ap", "apart", "apartmani"),
            same("hastane", "hst", "hastanesi", "hastahane", "hastahanesi", "hospital"),
            same("eczane", "ecz", "eczanesi", "eczahane", "eczanesi", "pharmacy"),
            same("okul", "okulu", "school"),
            same("park", "parki"),
            same("durak", "duragi", "stop"),
            same("cami", "camii", "mosque"),
            same("koy", "koyu"),
            same("mudurluk", "mud", "mudurlugu"));

    private static final Map<String, String> CANONICAL = SAME.entrySet().stream()
            .flatMap(entry ->
                    Pattern.compile(" ").splitAsStream(entry.getValue()).map(s -> Map.entry(s, entry.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));

    private SearchWords() {}

    /**
     * A word of a text.
     *
     * @param folded as it was written, folded
     * @param canonical the form all its inflections share
     * @param forms both of these and every other form under which it is found
     */
    record Word(String folded, String canonical, Set<String> forms) {
        boolean isNumber() {
            return Character.isDigit(folded.charAt(0));
        }
    }

    /** The kinds of streets and neighbourhoods: words that alone name nothing. */
    static final Set<String> KINDS = Set.of("cadde", "sokak", "bulvar", "mahalle", "meydan", "koy", "apartman");

    static List<Word> of(String text) {
        String small = APOSTROPHE.matcher(TurkishText.casefold(text)).replaceAll(" ");
        List<Word> words = new ArrayList<>();
        for (String word : BETWEEN.split(small, -1)) {
            if (!word.isEmpty()) words.add(word(word));
        }
        return words;
    }

    /** One key for a whole name, whatever its inflection: "Lale Eczanesi" is "lale eczane". */
    static String key(List<Word> words) {
        return words.stream().map(Word::canonical).collect(Collectors.joining(" "));
    }

    /** The keys under which a kind of places may stand: as it was typed, and as one of them: "parklar" is "park". */
    static Set<String> kindKeys(List<Word> words) {
        String typed = key(words);
        String singular = typed.endsWith("ies")
                ? typed.replaceFirst("ies$", "y")
                : PLURAL.matcher(typed).replaceFirst("");
        String one = key(of(singular));
        return new LinkedHashSet<>(List.of(typed, one));
    }

    private static Word word(String small) {
        String folded = TurkishText.accentfold(small);
        String canonical = CANONICAL.getOrDefault(folded, owned(folded));
        Set<String> forms = new LinkedHashSet<>(List.of(folded, canonical));
        forms.add(TurkishText.accentfold(stem(small)));
        return new Word(folded, canonical, forms);
    }

    /** Without the ending a name's last word takes: belediyesi is belediye, parki is park. */
    private static String owned(String folded) {
        if (OWNED_AFTER_VOWEL.matcher(folded).matches()) return folded.substring(0, folded.length() - 2);
        return OWNED.matcher(folded).matches() ? folded.substring(0, folded.length() - 1) : folded;
    }

    private static String stem(String word) {
        if (word.length() < LEAST_TO_STEM || Character.isDigit(word.charAt(0))) return word;
        TurkishStemmer stemmer = new TurkishStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        String stem = stemmer.getCurrent();
        return stem.length() < 3 ? word : stem;
    }

    private static Map.Entry<String, String> same(String canonical, String... forms) {
        return Map.entry(canonical, canonical + " " + String.join(" ", forms));
    }
}
