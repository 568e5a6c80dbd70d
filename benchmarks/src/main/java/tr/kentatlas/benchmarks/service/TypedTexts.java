package tr.kentatlas.benchmarks.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import tr.kentatlas.spatial.search.Place;

/** What people would type to find places of a city, the same every time: addresses, streets, places, slips and beginnings in turn. */
final class TypedTexts {
    private static final int OF_EACH = 24;
    private static final int SHORTEST_SLIPPED = 5;
    private static final Set<Place.Sort> NAMED = Set.of(Place.Sort.STREET, Place.Sort.PLACE);

    private TypedTexts() {}

    static List<String> of(List<KnownPlace> places) {
        List<List<String>> kinds = List.of(
                some(places, Set.of(Place.Sort.ADDRESS), 0, TypedTexts::door),
                some(places, Set.of(Place.Sort.STREET), 0, title -> title),
                some(places, Set.of(Place.Sort.PLACE), 0, title -> title),
                some(places, NAMED, 1, TypedTexts::slip),
                some(places, NAMED, 2, TypedTexts::beginning));
        List<String> mixed = new ArrayList<>();
        for (int i = 0; i < OF_EACH; i++) {
            for (List<String> kind : kinds) mixed.add(kind.get(i));
        }
        return mixed;
    }

    /** Titles spread evenly over all of a sort. */
    private static List<String> some(
            List<KnownPlace> places, Set<Place.Sort> sorts, int offset, UnaryOperator<String> typed) {
        List<String> titles = places.stream()
                .filter(place -> sorts.contains(place.sort()))
                .map(KnownPlace::title)
                .toList();
        if (titles.isEmpty()) throw new IllegalStateException("the sample city has no " + sorts);
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < OF_EACH; i++) {
            long at = (long) i * titles.size() / OF_EACH + offset;
            chosen.add(typed.apply(titles.get((int) (at % titles.size()))));
        }
        return chosen;
    }

    /** Nobody types the word before the number. */
    private static String door(String title) {
        return title.replace(" No: ", " ");
    }

    /** Two letters of the first long word have changed places. */
    private static String slip(String title) {
        int from = 0;
        for (String word : title.split(" ", -1)) {
            int middle = from + word.length() / 2;
            if (word.length() >= SHORTEST_SLIPPED) {
                return title.substring(0, middle - 1)
                        + title.charAt(middle)
                        + title.charAt(middle - 1)
                        + title.substring(middle + 1);
            }
            from += word.length() + 1;
        }
        return title;
    }

    /** As far as somebody has come who is still typing: three to seven letters. */
    private static String beginning(String title) {
        return title.substring(0, Math.min(title.length(), 3 + title.length() % 5))
                .strip();
    }
}
