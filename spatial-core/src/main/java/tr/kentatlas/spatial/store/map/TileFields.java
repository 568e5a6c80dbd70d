package tr.kentatlas.spatial.store.map;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;

/** What of a feature's attributes a tile can carry, and as what: scalars only (MVT 4.1), dates, instants and identities as ISO text. */
public final class TileFields {
    private TileFields() {}

    /** Those of the attributes that fit, in their order. */
    public static List<Attribute> of(List<Attribute> attributes) {
        return attributes.stream()
                .filter(a -> !a.isMany() && a.type() != AttributeType.GEOMETRY)
                .toList();
    }

    /** A value as the tile holds it. */
    public static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case LocalDate date -> date.toString();
            case Instant instant -> instant.toString();
            case UUID id -> id.toString();
            case null, default -> value;
        };
    }
}
