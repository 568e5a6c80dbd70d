package tr.kentatlas.spatial.address;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A written address taken apart. Parts keep their spelling; what was not understood is in {@code rest}, so that nothing is lost but
 * telephone numbers, which are masked.
 *
 * @param street the kind of road {@link AddressPart#STREET} names; null without a street
 * @param door the door number behind {@link AddressPart#DOOR}; null where none was found
 * @param rest words that belong to no part; may be empty
 * @param confidence from 0 (nothing understood) to 1 (every word carried its mark)
 */
public record ParsedAddress(
        Map<AddressPart, Found> parts,
        @Nullable StreetType street,
        @Nullable DoorNumber door,
        String rest,
        double confidence) {

    public ParsedAddress {
        parts = parts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(parts));
    }

    /** The text of a part; empty where the address has none. */
    public Optional<String> text(AddressPart part) {
        return Optional.ofNullable(parts.get(part)).map(Found::text);
    }

    /** The address in one spelling: parsed again it gives the same parts. */
    public String normalized() {
        return AddressText.of(this);
    }

    /** A part as it was written and how surely it is that part. */
    public record Found(String text, Certainty certainty) {}

    /** Why a part was taken for what it is. */
    public enum Certainty {
        /** Its word stands beside it: "Mah.", "No:". */
        MARKED(1),
        /** Its place tells: a number behind the street, a province at the end. */
        BY_PLACE(0.7),
        /** Nothing better was found. */
        GUESSED(0.4);

        private final double weight;

        Certainty(double weight) {
            this.weight = weight;
        }

        double weight() {
            return weight;
        }
    }
}
