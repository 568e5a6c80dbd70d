package tr.kentatlas.spatial.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.word.Worded;

/**
 * One thing people look for, with all its card says; stored in the index, so that it is served without the database.
 *
 * @param collection name of its feature type
 * @param code what kind of place it is, as {@link PlaceKinds} lists it, such as {@code eczane} or {@code durak}
 * @param kind the same in words
 * @param where neighbourhood and district
 * @param path its stable page
 * @param longitude degrees, CRS84
 * @param latitude degrees, CRS84
 * @param geometry GeoJSON in CRS84; null for what is a point
 */
public record Place(
        UUID id,
        Sort sort,
        String collection,
        String code,
        Text kind,
        String title,
        String where,
        String path,
        double longitude,
        double latitude,
        @Nullable String geometry,
        List<Fact> facts,
        @Nullable ParcelFacts parcel) {

    /** What the index tells apart. */
    public enum Sort implements Worded {
        /** A municipality as well. */
        DISTRICT,
        MAHALLE,
        STREET,
        PLACE,
        ADDRESS,
        PARCEL
    }

    /** Something known of it: which of the well-known keys, and its value in both languages. */
    public record Fact(String key, Text value) {
        static Fact of(String key, String value) {
            return new Fact(key, new Text(value, value));
        }
    }

    public Place {
        facts = List.copyOf(facts);
    }

    /** The same with another stable page. */
    Place withPath(String other) {
        return new Place(
                id, sort, collection, code, kind, title, where, other, longitude, latitude, geometry, facts, parcel);
    }

    /** The value of a fact; null when it is not known. */
    public @Nullable Text fact(String key) {
        return facts.stream()
                .filter(fact -> fact.key().equals(key))
                .map(Fact::value)
                .findFirst()
                .orElse(null);
    }
}
