package tr.kentatlas.spatial.address;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.address.DoorNumber.Core;
import tr.kentatlas.spatial.address.DoorNumber.Joint;
import tr.kentatlas.spatial.address.ParsedAddress.Certainty;
import tr.kentatlas.spatial.address.ParsedAddress.Found;

/** What has been found of an address so far. */
final class FoundParts {
    private final Map<AddressPart, Found> parts = new EnumMap<>(AddressPart.class);
    private final List<Token> rest = new ArrayList<>();
    private @Nullable StreetType street;

    boolean has(AddressPart part) {
        return parts.containsKey(part);
    }

    /** The first of a kind stays; a second one is left over. */
    void put(AddressPart part, String text, Certainty certainty) {
        if (parts.putIfAbsent(part, new Found(text, certainty)) != null) {
            rest(Token.of(text, true));
        }
    }

    /** @param whole the name with its word */
    void name(AddressWord word, String name, String whole) {
        StreetType type = word.street();
        if (type == null) {
            put(word.part(), name, Certainty.MARKED);
            return;
        }
        Found before = parts.remove(AddressPart.STREET);
        if (before != null && street != null) {
            put(AddressPart.VIA, street.title(before.text()), Certainty.MARKED);
        }
        street = type;
        put(AddressPart.STREET, name, Certainty.MARKED);
    }

    void rest(Token token) {
        rest.add(token);
    }

    ParsedAddress address(int words) {
        province();
        DoorNumber door = door();
        String left = rest.stream().map(Token::text).collect(Collectors.joining(" "));
        return new ParsedAddress(parts, street, door, left, confidence(words));
    }

    /** "17/5" without a flat named is door 17, flat 5; with one it is the door itself. */
    private @Nullable DoorNumber door() {
        Found found = parts.get(AddressPart.DOOR);
        DoorNumber door = found == null ? null : DoorNumber.parse(found.text()).orElse(null);
        if (found == null || door == null || has(AddressPart.UNIT) || !isFlat(door)) {
            return door;
        }
        parts.put(AddressPart.UNIT, new Found(String.valueOf(door.second()), Certainty.GUESSED));
        parts.put(AddressPart.DOOR, new Found(door.first().toString(), found.certainty()));
        return DoorNumber.parse(door.first().toString()).orElse(null);
    }

    private static boolean isFlat(DoorNumber door) {
        Core second = door.second();
        return door.joint() == Joint.SLASH && second != null && second.number() != Core.NONE;
    }

    /** At the end: "Kadıköy/İstanbul", "Konak İzmir", "İzmir". */
    private void province() {
        if (rest.isEmpty()) {
            return;
        }
        Token last = rest.getLast();
        Provinces.pair(last.text()).ifPresentOrElse(this::pair, () -> {
            if (Provinces.contains(last.folded())) {
                rest.removeLast();
                put(AddressPart.PROVINCE, last.text(), Certainty.BY_PLACE);
                district();
            }
        });
    }

    private void pair(String[] names) {
        rest.removeLast();
        put(AddressPart.DISTRICT, names[0], Certainty.BY_PLACE);
        put(AddressPart.PROVINCE, names[1], Certainty.BY_PLACE);
    }

    private void district() {
        if (!rest.isEmpty() && rest.getLast().text().equals("/")) {
            rest.removeLast();
        }
        if (!rest.isEmpty() && rest.getLast().folded().matches("[a-z]{2,}")) {
            put(AddressPart.DISTRICT, rest.removeLast().text(), Certainty.BY_PLACE);
        }
    }

    /** How sure the parts are, by the share of words that were understood. */
    private double confidence(int words) {
        double sure = parts.values().stream()
                .mapToDouble(found -> found.certainty().weight())
                .average()
                .orElse(0);
        return words == 0 ? 0 : sure * Math.max(0, words - rest.size()) / words;
    }
}
