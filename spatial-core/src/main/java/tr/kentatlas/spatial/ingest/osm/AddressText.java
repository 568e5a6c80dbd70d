package tr.kentatlas.spatial.ingest.osm;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An element's {@code addr:*} tags as one line: street and number, then postcode and town. */
final class AddressText {
    private AddressText() {}

    static @Nullable String of(Tags tags) {
        String full = tags.get("addr:full");
        if (full != null) return full;
        String street = join(" ", tags.first(List.of("addr:street", "addr:place")), tags.get("addr:housenumber"));
        String town = join(" ", tags.get("addr:postcode"), tags.get("addr:city"));
        String line = join(", ", street.isEmpty() ? null : street, town.isEmpty() ? null : town);
        return line.isEmpty() ? null : line;
    }

    private static String join(String between, @Nullable String first, @Nullable String second) {
        return Stream.of(first == null ? "" : first, second == null ? "" : second)
                .filter(Objects::nonNull)
                .filter(s -> !s.isBlank())
                .collect(Collectors.joining(between));
    }
}
