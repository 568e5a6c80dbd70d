package tr.kentatlas.spatial.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import tr.kentatlas.spatial.search.SearchQuestion.Door;
import tr.kentatlas.spatial.search.SearchQuestion.Nearest;
import tr.kentatlas.spatial.search.SearchQuestion.NumberFirst;
import tr.kentatlas.spatial.search.SearchQuestion.Words;
import tr.kentatlas.spatial.search.SearchWords.Word;

/** Questions without the words no place of an index has, nor one that looks like them: "Atatürk Caddesi bakkalın karşısı". */
record KnownWords(IndexSearcher searcher) {
    private static final List<String> FIELDS =
            List.of(Fields.TITLE, Fields.KIND, Fields.GROUP, Fields.WHERE, Fields.BUILDING);

    /** Empty for what is asked by numbers only. */
    Optional<SearchQuestion> of(SearchQuestion question) {
        return switch (question) {
            case Words words -> Optional.of(new Words(known(words.text())));
            case NumberFirst first -> Optional.of(new Words(known(first.text())));
            case Nearest nearest -> Optional.of(new Nearest(known(nearest.what())));
            case Door door -> Optional.of(ofDoor(known(door.street()), door));
            case SearchQuestion.Duty duty -> Optional.empty();
            case SearchQuestion.Open open -> Optional.empty();
            case SearchQuestion.Parcel parcel -> Optional.empty();
            case SearchQuestion.TwoNumbers two -> Optional.empty();
        };
    }

    private SearchQuestion ofDoor(String street, Door door) {
        String text = known(door.text());
        return street.isEmpty() ? new Words(text) : new Door(street, door.door(), text);
    }

    private String known(String text) {
        return SearchWords.of(text).stream()
                .filter(this::isKnown)
                .map(Word::folded)
                .collect(Collectors.joining(" "));
    }

    private boolean isKnown(Word word) {
        return FIELDS.stream().anyMatch(field -> isIn(field, word));
    }

    private boolean isIn(String field, Word word) {
        try {
            for (String form : word.forms()) {
                if (searcher.getIndexReader().docFreq(new Term(field, form)) > 0) return true;
            }
            Query similar = PlaceQueries.similar(new Term(field, word.folded()));
            return PlaceQueries.mayResemble(word) && !(searcher.rewrite(similar) instanceof MatchNoDocsQuery);
        } catch (IOException e) {
            throw new UncheckedIOException("the place index cannot be read", e);
        }
    }
}
