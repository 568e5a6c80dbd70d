package tr.kentatlas.spatial.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.search.SearchWords.Word;

/**
 * Questions as index queries. Scores are fixed points, not frequencies: how well a word fits counts, then whether the whole name was
 * typed, then what people mean more often (a district before its neighbourhoods before their streets before their houses).
 */
final class PlaceQueries {
    private static final String PHARMACY = "eczane";
    private static final float WHOLE_NAME = 20;
    /** Of a bare kind: after neighbourhoods that are called so, before streets; all of the kind alike, so that the nearest come first. */
    private static final float KIND = 2.5f;

    private static final float NAMED = 100;
    private static final float DOOR = 30;
    private static final float OUTER_DOOR = 26;
    private static final float SAME_NUMBER = 22;
    private static final float NUMBER_BEGINS = 10;
    private static final float PARCEL = 26;
    private static final float PREFIX = 0.7f;
    private static final float TYPO = 0.4f;
    private static final int LEAST_FOR_PREFIX = 3;
    private static final int LEAST_FOR_TYPO = 4;
    private static final int LEAST_FOR_TWO_TYPOS = 8;
    private static final int TYPO_FORMS = 40;
    private static final Map<String, Float> POINTS =
            Map.of(Fields.TITLE, 10f, Fields.KIND, 8f, Fields.BUILDING, 7f, Fields.WHERE, 4f, Fields.GROUP, 3f);
    private static final Map<Place.Sort, Float> PRIOR =
            Map.of(Place.Sort.DISTRICT, 4f, Place.Sort.MAHALLE, 3f, Place.Sort.STREET, 2f, Place.Sort.PLACE, 1f);

    private PlaceQueries() {}

    /** How much of what was typed must be there. */
    enum Demand {
        /** Every word, as it is or as the beginning of one. */
        EXACT,
        /** Every word, or one that looks like it. */
        SIMILAR,
        /** All words but one. */
        LOOSE,
        /** Half of the words. */
        LOOSEST;

        private int least(int words) {
            return this == LOOSE ? Math.max(1, words - 1) : this == LOOSEST ? (words + 1) / 2 : words;
        }
    }

    static Query of(SearchQuestion question, Demand demand) {
        return switch (question) {
            case SearchQuestion.Words words -> words(words.text(), demand);
            case SearchQuestion.Door door -> door(door, demand);
            case SearchQuestion.NumberFirst first -> numberFirst(first, demand);
            case SearchQuestion.Parcel parcel -> parcel(parcel, demand);
            case SearchQuestion.TwoNumbers two -> parcelOrStreet(two);
            case SearchQuestion.Nearest nearest ->
                demand == Demand.EXACT ? nearest(nearest.what()) : words(nearest.what(), demand);
            case SearchQuestion.Duty duty -> kind(PHARMACY);
            case SearchQuestion.Open open -> kind(PHARMACY);
        };
    }

    static Query kind(String code) {
        return new TermQuery(new Term(Fields.CODE, code));
    }

    static Query sort(Place.Sort sort) {
        return new ConstantScoreQuery(new TermQuery(new Term(Fields.SORT, sort.name())));
    }

    /** Names of anything but addresses, and houses by their building's name. */
    private static Query words(String text, Demand demand) {
        List<Word> words = SearchWords.of(text);
        if (words.isEmpty()) return new MatchNoDocsQuery("no words");
        BooleanQuery.Builder named = all(words, demand, Fields.TITLE, Fields.KIND, Fields.GROUP, Fields.WHERE)
                .add(sort(Place.Sort.ADDRESS), Occur.MUST_NOT)
                .add(anyOf(words, demand, Fields.TITLE, Fields.KIND, Fields.GROUP), Occur.FILTER);
        BooleanQuery.Builder houses = all(words, demand, Fields.BUILDING, Fields.TITLE, Fields.WHERE)
                .add(sort(Place.Sort.ADDRESS), Occur.FILTER)
                .add(anyOf(words, demand, Fields.BUILDING), Occur.FILTER);
        List<Query> ways =
                new ArrayList<>(List.of(prefer(words, named.build()), houses.build(), ofKind(words, demand)));
        if (demand == Demand.EXACT) ways.addAll(ofKindIn(words));
        return new DisjunctionMaxQuery(ways, 0);
    }

    /** Places of a kind in the neighbourhood that is named with it; before streets there that are called so. */
    private static List<Query> ofKindIn(List<Word> words) {
        float points = words.size() * POINTS.getOrDefault(Fields.TITLE, 1f) + KIND;
        return KindSomewhere.in(words).stream()
                .map(way -> points(ofKindIn(way), points))
                .toList();
    }

    private static Query ofKindIn(KindSomewhere way) {
        BooleanQuery.Builder there = new BooleanQuery.Builder().add(called(way.kind(), Demand.EXACT), Occur.MUST);
        for (Word word : way.place()) there.add(exact(word, Fields.WHERE), Occur.MUST);
        return there.build();
    }

    /** All places of a kind, when nothing else was typed but what it is called. */
    private static Query ofKind(List<Word> words, Demand demand) {
        float title = words.size() * POINTS.getOrDefault(Fields.TITLE, 1f);
        return points(called(words, demand), (demand == Demand.EXACT ? title + WHOLE_NAME : title * TYPO) + KIND);
    }

    static Query called(List<Word> kind, Demand demand) {
        BooleanQuery.Builder names = new BooleanQuery.Builder();
        for (String key : SearchWords.kindKeys(kind)) {
            Term name = new Term(Fields.KIND_NAME, key);
            boolean mayResemble = demand != Demand.EXACT && key.length() >= LEAST_FOR_TYPO;
            names.add(mayResemble ? similar(name) : new TermQuery(name), Occur.SHOULD);
        }
        return names.build();
    }

    /** The door itself; else its street; else the number was part of a name. */
    private static Query door(SearchQuestion.Door door, Demand demand) {
        if (demand == Demand.LOOSE) return words(door.text(), demand);
        List<Word> street = SearchWords.of(door.street());
        BooleanQuery.Builder house = all(street, demand, Fields.TITLE, Fields.WHERE, Fields.BUILDING)
                .add(sort(Place.Sort.ADDRESS), Occur.FILTER)
                .add(number(door.door()), Occur.MUST);
        if (demand == Demand.LOOSEST) house.add(anyOf(street, demand, Fields.TITLE, Fields.BUILDING), Occur.FILTER);
        List<Query> ways =
                new ArrayList<>(List.of(house.build(), words(door.street(), demand), words(door.text(), demand)));
        door.asParcel().ifPresent(parcel -> ways.add(parcelIn(street.size(), parcel, demand)));
        return new DisjunctionMaxQuery(ways, 0);
    }

    /** A parcel of the place that was named comes before that place, and after the very door of a street of that name. */
    private static Query parcelIn(int words, SearchQuestion.Parcel parcel, Demand demand) {
        return points(parcel(parcel, demand), words * POINTS.getOrDefault(Fields.TITLE, 1f) + PARCEL);
    }

    /** A name that begins with a number comes before a door of that number. */
    private static Query numberFirst(SearchQuestion.NumberFirst first, Demand demand) {
        Query name = new BooleanQuery.Builder()
                .add(words(first.text(), demand), Occur.MUST)
                .add(points(MatchAllDocsQuery.INSTANCE, NAMED), Occur.MUST)
                .build();
        return new DisjunctionMaxQuery(
                List.of(name, door(new SearchQuestion.Door(first.street(), first.door(), first.text()), demand)), 0);
    }

    private static Query number(String door) {
        List<Query> ways = new ArrayList<>();
        ways.add(points(new TermQuery(new Term(Fields.DOOR, door)), DOOR));
        for (String number : DoorText.numbers(door)) {
            ways.add(points(new TermQuery(new Term(Fields.DOOR, number)), OUTER_DOOR));
            ways.add(points(new TermQuery(new Term(Fields.NUMBER, number)), SAME_NUMBER));
        }
        ways.add(points(new PrefixQuery(new Term(Fields.DOOR, door)), NUMBER_BEGINS));
        return new DisjunctionMaxQuery(ways, 0);
    }

    private static Query parcel(SearchQuestion.Parcel parcel, Demand demand) {
        BooleanQuery.Builder query = new BooleanQuery.Builder()
                .add(sort(Place.Sort.PARCEL), Occur.FILTER)
                .add(new ConstantScoreQuery(new TermQuery(new Term(Fields.BLOCK, parcel.block()))), Occur.MUST);
        if (parcel.parcel() != null) {
            query.add(new ConstantScoreQuery(new TermQuery(new Term(Fields.PARCEL, parcel.parcel()))), Occur.MUST);
        }
        Occur rest = demand.compareTo(Demand.LOOSE) < 0 ? Occur.MUST : Occur.SHOULD;
        List<Word> words = SearchWords.of(parcel.rest());
        for (Word word : words) query.add(word(word, true, demand, Fields.WHERE), rest);
        Query neighbourhood = neighbourhood(words);
        if (neighbourhood != null) query.add(neighbourhood, rest);
        return query.build();
    }

    /** Of a parcel whose neighbourhood is named as such: any of the words before "mahalle", up to all of them, are its whole name. */
    private static @Nullable Query neighbourhood(List<Word> words) {
        int kind = words.stream().map(Word::canonical).toList().indexOf("mahalle");
        if (kind < 1) return null;
        BooleanQuery.Builder names = new BooleanQuery.Builder();
        for (int from = 0; from < kind; from++) {
            String name = SearchWords.key(words.subList(from, kind));
            names.add(points(new TermQuery(new Term(Fields.NEIGHBOURHOOD, name)), WHOLE_NAME), Occur.SHOULD);
        }
        return names.build();
    }

    /** Some streets are named like a parcel is written. */
    private static Query parcelOrStreet(SearchQuestion.TwoNumbers two) {
        Query parcel = parcel(new SearchQuestion.Parcel(two.first(), two.second(), ""), Demand.EXACT);
        Query street = new BooleanQuery.Builder()
                .add(sort(Place.Sort.STREET), Occur.FILTER)
                .add(points(new TermQuery(new Term(Fields.KEY, two.first() + " " + two.second())), 1), Occur.MUST)
                .build();
        return new DisjunctionMaxQuery(List.of(parcel, street), 0);
    }

    private static Query nearest(String what) {
        List<Word> words = SearchWords.of(what);
        if (words.isEmpty()) return new MatchNoDocsQuery("no words");
        BooleanQuery.Builder ofKind = new BooleanQuery.Builder();
        for (Word word : words) ofKind.add(exact(word, Fields.KIND), Occur.MUST);
        List<Query> ways = new ArrayList<>(ofKindIn(words));
        ways.add(ofKind.build());
        return new DisjunctionMaxQuery(ways, 0);
    }

    private static BooleanQuery.Builder all(List<Word> words, Demand demand, String... fields) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        int least = demand.least(words.size());
        boolean loose = least < words.size();
        for (int i = 0; i < words.size(); i++) {
            query.add(word(words.get(i), i == words.size() - 1, demand, fields), loose ? Occur.SHOULD : Occur.MUST);
        }
        return loose ? query.setMinimumNumberShouldMatch(least) : query;
    }

    /** Words that say only what kind of street is meant name nothing by themselves. */
    private static Query anyOf(List<Word> words, Demand demand, String... fields) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        List<Word> telling = words.stream()
                .filter(word -> !SearchWords.KINDS.contains(word.canonical()))
                .toList();
        for (Word word : telling.isEmpty() ? words : telling) any.add(word(word, true, demand, fields), Occur.SHOULD);
        return any.build();
    }

    /** Beside what was found, not in it: there they would count as words that fit. */
    private static Query prefer(List<Word> words, Query found) {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(found, Occur.MUST);
        query.add(points(new TermQuery(new Term(Fields.KEY, SearchWords.key(words))), WHOLE_NAME), Occur.SHOULD);
        PRIOR.forEach((sort, points) -> query.add(points(sort(sort), points), Occur.SHOULD));
        return query.build();
    }

    /** A word by its forms, by its beginning, and by what it resembles, in each field; the best way counts. */
    private static Query word(Word word, boolean isLast, Demand demand, String... fields) {
        boolean mayBegin = isLast || word.folded().length() >= LEAST_FOR_PREFIX;
        boolean mayResemble = demand != Demand.EXACT && mayResemble(word);
        List<Query> ways = new ArrayList<>();
        for (String field : fields) {
            float points = POINTS.getOrDefault(field, 1f);
            ways.add(points(exact(word, field), points));
            if (mayBegin) ways.add(points(new PrefixQuery(new Term(field, word.folded())), points * PREFIX));
            if (mayResemble) ways.add(points(similar(new Term(field, word.folded())), points * TYPO));
        }
        return new DisjunctionMaxQuery(ways, 0);
    }

    private static Query exact(Word word, String field) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        word.forms().forEach(form -> any.add(new TermQuery(new Term(field, form)), Occur.SHOULD));
        return new ConstantScoreQuery(any.build());
    }

    /** Short words and numbers are like too many others. */
    static boolean mayResemble(Word word) {
        return word.folded().length() >= LEAST_FOR_TYPO && !word.isNumber();
    }

    static Query similar(Term term) {
        int edits = term.text().length() >= LEAST_FOR_TWO_TYPOS ? 2 : 1;
        return new FuzzyQuery(term, edits, 1, TYPO_FORMS, true);
    }

    private static Query points(Query query, float points) {
        return new BoostQuery(new ConstantScoreQuery(query), points);
    }
}
