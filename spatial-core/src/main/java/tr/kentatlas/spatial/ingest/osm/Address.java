package tr.kentatlas.spatial.ingest.osm;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** A door number the map has, waiting for its building and its street. */
final class Address {
    private static final Pattern SEPARATOR = Pattern.compile("[;,]");

    /** Where the point lies as far as it is known; the codes are konumBelirtimi's. */
    enum Position {
        UNKNOWN,
        BUILDING,
        ENTRANCE
    }

    final String key;
    final Coordinate place;
    final String number;
    final @Nullable String street;
    final @Nullable String houseName;
    /** A shop or office that tells its address, not a door of its own. */
    final boolean told;

    @Nullable
    UUID building;

    Position position;

    private Address(String key, Coordinate place, String number, Tags tags, Position position) {
        this.key = key;
        this.place = place;
        this.number = number;
        this.street = tags.first(List.of("addr:street", "addr:place"));
        this.houseName = tags.get("addr:housename");
        this.told =
                tags.first(List.of("amenity", "shop", "office", "tourism", "craft", "leisure", "healthcare")) != null;
        this.position = position;
    }

    /** The door numbers of an element; {@code 10;12} are two. */
    static List<Address> of(String key, Tags tags, Coordinate place, Position position) {
        String numbers = tags.get("addr:housenumber");
        if (numbers == null) return List.of();
        List<String> parts = SEPARATOR
                .splitAsStream(numbers)
                .map(String::strip)
                .filter(n -> !n.isEmpty())
                .distinct()
                .toList();
        return IntStream.range(0, parts.size())
                .mapToObj(
                        i -> new Address(i == 0 ? key : key + "/" + parts.get(i), place, parts.get(i), tags, position))
                .toList();
    }

    /** What makes two addresses of one building the same. */
    String sameness() {
        return building + "\n" + street + "\n" + number;
    }
}
