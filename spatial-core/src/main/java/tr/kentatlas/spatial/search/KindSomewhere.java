package tr.kentatlas.spatial.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tr.kentatlas.spatial.search.SearchWords.Word;

/** A kind of places and the place around which one is looked for: "Atatürk Bulvarı eczane", "park kültür mahallesi". */
record KindSomewhere(List<Word> kind, List<Word> place) {
    private static final int LONGEST_KIND = 3;

    KindSomewhere {
        kind = List.copyOf(kind);
        place = List.copyOf(place);
    }

    /** Every way a text can be taken apart so; the longer the kind, the earlier. */
    static List<KindSomewhere> in(List<Word> words) {
        List<KindSomewhere> ways = new ArrayList<>();
        for (int length = Math.min(LONGEST_KIND, words.size() - 1); length > 0; length--) {
            int last = words.size() - length;
            ways.add(new KindSomewhere(words.subList(last, words.size()), words.subList(0, last)));
            ways.add(new KindSomewhere(words.subList(0, length), words.subList(length, words.size())));
        }
        return ways;
    }

    String placeText() {
        return place.stream().map(Word::folded).collect(Collectors.joining(" "));
    }
}
