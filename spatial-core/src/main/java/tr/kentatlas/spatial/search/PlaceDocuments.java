package tr.kentatlas.spatial.search;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LatLonShape;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.geo.Polygon;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.spatial.address.TurkishText;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.search.SearchWords.Word;

/** Writes a {@link Place} as the document it is found by, and reads its card back. */
final class PlaceDocuments {
    private static final Logger LOG = LoggerFactory.getLogger(PlaceDocuments.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private PlaceDocuments() {}

    static Document of(Place place) {
        Document document = new Document();
        document.add(new StringField(Fields.ID, place.id().toString(), Field.Store.NO));
        document.add(new StringField(Fields.SORT, place.sort().name(), Field.Store.NO));
        document.add(new StringField(Fields.CODE, place.code(), Field.Store.NO));
        document.add(new StringField(Fields.PATH, place.path(), Field.Store.NO));
        document.add(new LatLonPoint(Fields.POINT, place.latitude(), place.longitude()));
        document.add(new LatLonDocValuesField(Fields.POINT, place.latitude(), place.longitude()));
        document.add(new NumericDocValuesField(Fields.LENGTH, place.title().length()));
        document.add(new StoredField(Fields.CARD, JSON.writeValueAsBytes(place)));
        words(place, document);
        numbers(place, document);
        if (place.sort() == Place.Sort.PARCEL || place.sort() == Place.Sort.MAHALLE) shape(place, document);
        return document;
    }

    /** A turn of duty: which pharmacy, from when until when. */
    static Document of(DutyTurn turn) {
        Document document = new Document();
        document.add(new LongPoint(Fields.DUTY_FROM, turn.from().toEpochMilli()));
        document.add(new NumericDocValuesField(Fields.DUTY_FROM, turn.from().toEpochMilli()));
        document.add(new LongPoint(Fields.DUTY_UNTIL, turn.until().toEpochMilli()));
        document.add(new StoredField(Fields.CARD, JSON.writeValueAsBytes(turn)));
        return document;
    }

    static Document of(PlaceKinds kinds) {
        Document document = new Document();
        document.add(new StringField(Fields.ID, Fields.KINDS, Field.Store.NO));
        document.add(new StoredField(Fields.CARD, JSON.writeValueAsBytes(kinds)));
        return document;
    }

    static <T> T read(Document stored, Class<T> type) {
        BytesRef card = Objects.requireNonNull(stored.getBinaryValue(Fields.CARD), "a document without a card");
        return JSON.readValue(card.bytes, card.offset, card.length, type);
    }

    private static void words(Place place, Document document) {
        Text street = place.fact("street");
        String title = street == null ? place.title() : street.tr();
        List<Word> words = SearchWords.of(title);
        if (place.sort() != Place.Sort.PARCEL) {
            put(Fields.TITLE, words, document);
            keys(words, document);
        }
        put(Fields.WHERE, SearchWords.of(place.where() + " " + locality(place)), document);
        if (place.sort() == Place.Sort.DISTRICT) put(Fields.KIND, SearchWords.of(kind(place)), document);
        if (place.sort() == Place.Sort.PLACE) {
            put(Fields.KIND, SearchWords.of(kind(place)), document);
            kindNames(place).forEach(name -> key(Fields.KIND_NAME, SearchWords.of(name), document));
            put(Fields.GROUP, SearchWords.of(group(place)), document);
        }
        Text building = place.fact("building");
        if (building != null) put(Fields.BUILDING, SearchWords.of(building.tr()), document);
    }

    private static String kind(Place place) {
        return String.join(" ", kindNames(place));
    }

    private static List<String> kindNames(Place place) {
        List<String> names =
                new ArrayList<>(List.of(place.kind().tr(), place.kind().en()));
        names.addAll(KindNames.of(place.code()));
        return names;
    }

    private static String locality(Place place) {
        Text locality = place.fact("mevkii");
        return locality == null ? "" : locality.tr();
    }

    private static String group(Place place) {
        Text group = place.fact("group");
        return group == null ? "" : group.tr() + " " + group.en();
    }

    private static void keys(List<Word> words, Document document) {
        key(Fields.KEY, words, document);
        List<Word> telling = words.stream()
                .filter(word -> !SearchWords.KINDS.contains(word.canonical()))
                .toList();
        if (telling.size() < words.size()) key(Fields.KEY, telling, document);
    }

    private static void key(String field, List<Word> words, Document document) {
        document.add(new StringField(field, SearchWords.key(words), Field.Store.NO));
    }

    private static void put(String field, List<Word> words, Document document) {
        Set<String> forms = new HashSet<>();
        words.forEach(word -> forms.addAll(word.forms()));
        forms.forEach(form -> document.add(new StringField(field, form, Field.Store.NO)));
    }

    private static void numbers(Place place, Document document) {
        Text door = place.fact("door");
        if (door != null) {
            String key = DoorText.key(TurkishText.searchKey(door.tr()));
            document.add(new StringField(Fields.DOOR, key, Field.Store.NO));
            DoorText.numbers(key)
                    .forEach(number -> document.add(new StringField(Fields.NUMBER, number, Field.Store.NO)));
        }
        ParcelFacts parcel = place.parcel();
        if (parcel != null) {
            document.add(
                    new StringField(Fields.NEIGHBOURHOOD, neighbourhoodKey(parcel.neighbourhood()), Field.Store.NO));
            document.add(new StringField(Fields.BLOCK, Slug.of(parcel.block()), Field.Store.NO));
            document.add(new StringField(Fields.PARCEL, Slug.of(parcel.parcel()), Field.Store.NO));
        }
    }

    private static String neighbourhoodKey(String name) {
        return SearchWords.key(SearchWords.of(name).stream()
                .filter(word -> !word.canonical().equals("mahalle"))
                .toList());
    }

    /** A ring that crosses itself cannot be taken apart into triangles; such a thing is found by name, not by place. */
    private static void shape(Place place, Document document) {
        for (Polygon polygon : polygons(place.geometry())) {
            try {
                for (Field field : LatLonShape.createIndexableFields(Fields.SHAPE, polygon)) document.add(field);
            } catch (IllegalArgumentException e) {
                LOG.debug("no shape for {}", place.id(), e);
            }
        }
    }

    private static List<Polygon> polygons(@Nullable String geoJson) {
        if (geoJson == null || !geoJson.contains("Polygon")) return List.of();
        try {
            return new ArrayList<>(List.of(Polygon.fromGeoJSON(geoJson)));
        } catch (ParseException | IllegalArgumentException e) {
            LOG.debug("a geometry that is no polygon", e);
            return List.of();
        }
    }
}
