package tr.kentatlas.spatial.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LatLonShape;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.ShapeField.QueryRelation;
import org.apache.lucene.geo.Point;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.search.PlaceQueries.Demand;

/** The opened index of one release: everything the public may find and read of its places, without the database. */
public final class PlaceIndex implements AutoCloseable {
    private static final int SAME_PATH = 50;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final PlaceKinds kinds;

    /** A position, degrees in CRS84. */
    public record Position(double longitude, double latitude) {
        public Position {
            if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
                throw new IllegalArgumentException("longitude is -180 to 180 and latitude -90 to 90 degrees");
            }
        }
    }

    /** What answers a question: the places, and whether some words had to be left out to find any. */
    public record Answer(List<Place> places, boolean isLoose) {
        public Answer {
            places = List.copyOf(places);
        }
    }

    private PlaceIndex(DirectoryReader reader) throws IOException {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.searcher.setQueryCache(null); // every question is new; a cache would only cost
        this.kinds = PlaceDocuments.read(
                searcher.storedFields().document(only(new TermQuery(new Term(Fields.ID, Fields.KINDS)))),
                PlaceKinds.class);
    }

    static PlaceIndex open(Path folder) throws IOException {
        return new PlaceIndex(DirectoryReader.open(new MMapDirectory(folder)));
    }

    /** What the index was made of; see {@link PublicTables#stamp}. */
    String stamp() {
        try {
            return Objects.requireNonNullElse(
                    reader.getIndexCommit().getUserData().get("stamp"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PlaceKinds kinds() {
        return kinds;
    }

    /** Best first; what is equally good is sorted by how near it is, then shorter names first. */
    public Answer search(SearchQuestion question, @Nullable Position near, int limit) {
        Sort order = order(question, near);
        List<Place> found = wholly(question, order, limit);
        if (!found.isEmpty()) return new Answer(found, false);
        List<Place> door = question instanceof SearchQuestion.Door whole
                ? SearchQuestion.address(whole.text())
                        .map(address -> wholly(address, order, limit))
                        .orElse(List.of())
                : somewhere(question, near, limit);
        List<Place> loose = door.isEmpty() ? loosely(question, near, limit) : door;
        return new Answer(loose, !loose.isEmpty());
    }

    /** With every word of it, as it is or as one that looks like it. */
    private List<Place> wholly(SearchQuestion question, Sort order, int limit) {
        if (question instanceof SearchQuestion.Nearest nearest) { // who wants a park wants no car park
            Query kind = PlaceQueries.called(SearchWords.of(nearest.what()), Demand.EXACT);
            List<Place> ofKind = places(kind, order, limit);
            if (!ofKind.isEmpty()) return ofKind;
        }
        List<Place> exact = places(PlaceQueries.of(question, Demand.EXACT), order, limit);
        return exact.isEmpty() ? places(PlaceQueries.of(question, Demand.SIMILAR), order, limit) : exact;
    }

    /** Of the kind that is asked for, what is nearest to the place that is named with it. */
    private List<Place> somewhere(SearchQuestion question, @Nullable Position near, int limit) {
        String text = question instanceof SearchQuestion.Words words
                ? words.text()
                : question instanceof SearchQuestion.Nearest nearest ? nearest.what() : "";
        for (KindSomewhere way : KindSomewhere.in(SearchWords.of(text))) {
            Query kind = PlaceQueries.called(way.kind(), Demand.EXACT);
            if (places(kind, Sort.INDEXORDER, 1).isEmpty()) continue;
            List<Place> named = wholly(new SearchQuestion.Words(way.placeText()), byFit(near), 1);
            if (named.isEmpty()) continue;
            Position there = new Position(named.get(0).longitude(), named.get(0).latitude());
            return places(kind, byDistance(there), limit);
        }
        return List.of();
    }

    /** With most of its words; else with what of them the city knows at all. */
    private List<Place> loosely(SearchQuestion question, @Nullable Position near, int limit) {
        Sort order = order(question, near);
        List<Place> found = places(PlaceQueries.of(question, Demand.LOOSE), order, limit);
        if (!found.isEmpty()) return found;
        SearchQuestion known = new KnownWords(searcher).of(question).orElse(null);
        if (known == null) return List.of();
        List<Place> whole = wholly(known, order, limit);
        return whole.isEmpty() ? places(PlaceQueries.of(known, Demand.LOOSEST), byFit(near), limit) : whole;
    }

    public Optional<Place> find(UUID id) {
        return first(new TermQuery(new Term(Fields.ID, id.toString())));
    }

    /** By its stable page, such as {@code /imar/ornekova/cinarli/120/4}; in some cities several parcels have one number. */
    public List<Place> atPath(String path) {
        return places(new TermQuery(new Term(Fields.PATH, path)), Sort.INDEXORDER, SAME_PATH);
    }

    /** The parcel a position lies in. */
    public Optional<Place> parcelAt(Position position) {
        return within(position, Place.Sort.PARCEL);
    }

    /** The neighbourhood a position lies in. */
    public Optional<Place> neighbourhoodAt(Position position) {
        return within(position, Place.Sort.MAHALLE);
    }

    /** Places of a kind, nearest first; in any order where nothing is near. */
    public List<Place> nearest(String kind, @Nullable Position position, int limit) {
        return places(PlaceQueries.kind(kind), byDistance(position), limit);
    }

    /** What of a sort lies around a position, nearest first; the radius is in metres. */
    public List<Place> around(Place.Sort sort, Position position, double radius, int limit) {
        Query here = new BooleanQuery.Builder()
                .add(PlaceQueries.sort(sort), Occur.FILTER)
                .add(
                        LatLonPoint.newDistanceQuery(Fields.POINT, position.latitude(), position.longitude(), radius),
                        Occur.FILTER)
                .build();
        return places(here, byDistance(position), limit);
    }

    /** The turns of duty that cover a moment. */
    public List<DutyTurn> onDuty(Instant moment) {
        long now = moment.toEpochMilli();
        return turns(
                new BooleanQuery.Builder()
                        .add(LongPoint.newRangeQuery(Fields.DUTY_FROM, Long.MIN_VALUE, now), Occur.FILTER)
                        .add(LongPoint.newRangeQuery(Fields.DUTY_UNTIL, now + 1, Long.MAX_VALUE), Occur.FILTER)
                        .build(),
                500);
    }

    /** The turns that begin together next after a moment. */
    public List<DutyTurn> nextDuty(Instant moment) {
        Query later = LongPoint.newRangeQuery(Fields.DUTY_FROM, moment.toEpochMilli() + 1, Long.MAX_VALUE);
        List<DutyTurn> turns = turns(later, 200);
        return turns.stream()
                .filter(turn -> turn.from().equals(turns.get(0).from()))
                .toList();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Holds the index open while it is read, whatever is swapped meanwhile; false when it is closed already. */
    public boolean hold() {
        return reader.tryIncRef();
    }

    /** Ends what {@link #hold} began. */
    public void release() {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<DutyTurn> turns(Query query, int limit) {
        Sort begin = new Sort(new SortField(Fields.DUTY_FROM, SortField.Type.LONG));
        List<DutyTurn> turns = new ArrayList<>(read(query, begin, limit, DutyTurn.class));
        turns.sort(Comparator.comparing(DutyTurn::from));
        return turns;
    }

    private Optional<Place> within(Position position, Place.Sort sort) {
        Query contains = new BooleanQuery.Builder()
                .add(PlaceQueries.sort(sort), Occur.FILTER)
                .add(
                        LatLonShape.newGeometryQuery(
                                Fields.SHAPE,
                                QueryRelation.INTERSECTS,
                                new Point(position.latitude(), position.longitude())),
                        Occur.FILTER)
                .build();
        return first(contains);
    }

    private Optional<Place> first(Query query) {
        return places(query, Sort.INDEXORDER, 1).stream().findFirst();
    }

    private List<Place> places(Query query, Sort order, int limit) {
        return read(query, order, limit, Place.class).stream()
                .map(this::withOwnPage)
                .toList();
    }

    /** A parcel whose number is another's, too, has its page by its identity. */
    private Place withOwnPage(Place place) {
        try {
            boolean isShared =
                    place.sort() == Place.Sort.PARCEL && reader.docFreq(new Term(Fields.PATH, place.path())) > 1;
            return isShared ? place.withPath(ParcelRows.path(place.id())) : place;
        } catch (IOException e) {
            throw new UncheckedIOException("the place index cannot be read", e);
        }
    }

    private <T> List<T> read(Query query, Sort order, int limit, Class<T> type) {
        try {
            List<T> found = new ArrayList<>();
            var stored = searcher.storedFields();
            for (ScoreDoc hit : searcher.search(query, limit, order).scoreDocs) {
                found.add(PlaceDocuments.read(stored.document(hit.doc), type));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("the place index cannot be read", e);
        }
    }

    private int only(Query query) throws IOException {
        ScoreDoc[] hits = searcher.search(query, 1).scoreDocs;
        if (hits.length == 0) throw new IOException("an index without its list of kinds");
        return hits[0].doc;
    }

    private static Sort order(SearchQuestion question, @Nullable Position near) {
        return question instanceof SearchQuestion.Nearest ? byDistance(near) : byFit(near);
    }

    private static Sort byFit(@Nullable Position near) {
        SortField length = new SortField(Fields.LENGTH, SortField.Type.INT);
        return near == null
                ? new Sort(SortField.FIELD_SCORE, length)
                : new Sort(SortField.FIELD_SCORE, distance(near), length);
    }

    private static Sort byDistance(@Nullable Position near) {
        return near == null ? byFit(null) : new Sort(distance(near));
    }

    private static SortField distance(Position near) {
        return LatLonDocValuesField.newDistanceSort(Fields.POINT, near.latitude(), near.longitude());
    }
}
