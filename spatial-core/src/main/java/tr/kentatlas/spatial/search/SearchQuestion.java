package tr.kentatlas.spatial.search;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.address.AddressParser;
import tr.kentatlas.spatial.address.AddressPart;
import tr.kentatlas.spatial.address.ParsedAddress;
import tr.kentatlas.spatial.address.TurkishText;

/** What somebody typed, understood as far as the words go. */
public sealed interface SearchQuestion {
    /** Longest text that is looked at, in characters. */
    int MOST_CHARACTERS = 200;

    /** Which pharmacy is on duty, and the words that say where; empty where none do. */
    record Duty(String place) implements SearchQuestion {}

    /** Which pharmacy is open now, on duty or by its hours. */
    record Open(String place) implements SearchQuestion {}

    /** The nearest of a kind. */
    record Nearest(String what) implements SearchQuestion {}

    /** A parcel by block (ada) and number; the number is null while only the block is known. */
    record Parcel(String block, @Nullable String parcel, String rest) implements SearchQuestion {}

    /** Two numbers with a stroke between them: a parcel, or a street that is named so. */
    record TwoNumbers(String first, String second) implements SearchQuestion {}

    /** Words to be found. */
    record Words(String text) implements SearchQuestion {}

    /** A door on a street: the words before the number, and the number; {@code text} is the whole of it. */
    record Door(String street, String door, String text) implements SearchQuestion {
        /** The parcel it may be as well, its neighbourhood before it: "Çınarlı Mah. 101/2", which nobody called a door. */
        public Optional<Parcel> asParcel() {
            Matcher two = Reader.TWO_NUMBERS.matcher(door);
            boolean mayBe = two.matches()
                    && !Reader.CALLED_DOOR.matcher(TurkishText.searchKey(text)).find();
            return mayBe
                    ? Optional.of(new Parcel(String.valueOf(two.group(1)), String.valueOf(two.group(2)), street))
                    : Optional.empty();
        }
    }

    /** A number before a street: its door, unless the street's own name begins with it. */
    record NumberFirst(String street, String door, String text) implements SearchQuestion {}

    /** Reads a text that {@link #clean} has passed. */
    static SearchQuestion of(String cleaned) {
        String folded = TurkishText.searchKey(cleaned).strip();
        Optional<SearchQuestion> pharmacies = PharmacyWords.read(folded);
        if (pharmacies.isPresent()) return pharmacies.get();
        Matcher nearest = Reader.NEAREST.matcher(folded);
        if (nearest.matches()) return new Nearest(Reader.what(nearest));
        Matcher two = Reader.TWO_NUMBERS.matcher(folded);
        if (two.matches()) return new TwoNumbers(String.valueOf(two.group(1)), String.valueOf(two.group(2)));
        Optional<Parcel> parcel = WrittenParcel.read(folded);
        return parcel.isPresent() ? parcel.get() : Reader.wordsOrDoor(folded, cleaned);
    }

    /** The door of a whole written address, as one is copied from a letter: apartment, floor, flat and province are left out. */
    static Optional<SearchQuestion> address(String cleaned) {
        ParsedAddress address = AddressParser.parse(cleaned);
        return address.text(AddressPart.STREET)
                .map(name -> Objects.requireNonNull(address.street()).title(name))
                .flatMap(street -> address.text(AddressPart.DOOR)
                        .map(door -> new Door(
                                address.text(AddressPart.NEIGHBOURHOOD).orElse("") + " " + street,
                                DoorText.key(TurkishText.searchKey(door)),
                                cleaned)));
    }

    /** The text without signs nobody types on purpose: control characters, directions of writing, repeated spaces. */
    static String clean(String text) {
        return Reader.SPACES
                .matcher(Reader.INVISIBLE.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    /** The patterns a question is read by; all work on folded text. */
    final class Reader {
        private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]+");
        private static final Pattern SPACES = Pattern.compile("\\s+");
        private static final Pattern NEAREST = Pattern.compile(
                "(?:(?:en yakin\\w*|yakinim\\w*|yakinda\\w*|(?:where is )?(?:the )?(?:nearest|closest)) (?<what>.+?)|(?<first>.+?) (?:near me|nearby|yakinim\\w*|en yakin\\w*)|(?<place>.+?) en yakin\\w* (?<kind>.+?))(?: nere\\w*)?\\??");
        private static final Pattern TWO_NUMBERS = Pattern.compile("(\\d{1,6})\\s*/\\s*(\\d{1,6})");
        private static final Pattern CALLED_DOOR = Pattern.compile("\\b(?:kapi|no|numara|nr)\\b");
        private static final Pattern NUMBER_FIRST = Pattern.compile(
                "(?<called>(?:kapi )?(?:no|numara|nr)\\s*[:.]?\\s*)?(?<door>\\d{1,5}(?:\\s*[-/]\\s*\\d{1,5})?(?:[-/]?[a-z])?),? (?<street>[^\\d]+)");
        private static final Pattern INSIDE =
                Pattern.compile("\\b(?:daire|ic kapi|kat|d|k)\\s*(?:no)?\\s*[:.]?\\s*\\d{1,4}\\b");
        private static final Pattern DOOR = Pattern.compile(
                "\\b(?:(?:kapi )?(?:no|numara|nr)\\s*[:.]?\\s*)?(\\d{1,5}(?:\\s*[-/]\\s*\\d{1,5})?(?:\\s*[-/]?\\s*[a-z])?)(?![\\w/])(?:\\s*numara)?");
        private static final Set<String> THOROUGHFARES = Set.of("cadde", "sokak", "bulvar", "meydan");
        private static final Set<String> STREET_KINDS = Set.of("cadde", "sokak", "bulvar", "mahalle", "meydan");

        private Reader() {}

        private static String what(Matcher nearest) {
            if (nearest.group("what") != null) return nearest.group("what");
            String first = nearest.group("first");
            return first != null ? first : nearest.group("place") + " " + nearest.group("kind");
        }

        private static SearchQuestion wordsOrDoor(String folded, String cleaned) {
            String outside = INSIDE.matcher(folded).replaceAll(" ");
            Matcher number = DOOR.matcher(outside);
            SearchQuestion found = wordsOrNumberFirst(outside.strip(), cleaned);
            while (number.find()) {
                String before = outside.substring(0, number.start());
                String after = outside.substring(number.end());
                if (hasName(before) && !belongsToName(after)) {
                    found = new Door(before + " " + after, DoorText.key(String.valueOf(number.group(1))), cleaned);
                }
            }
            return found;
        }

        private static SearchQuestion wordsOrNumberFirst(String outside, String cleaned) {
            Matcher found = NUMBER_FIRST.matcher(outside);
            if (!found.matches()) return new Words(cleaned);
            String street = String.valueOf(found.group("street"));
            String door = DoorText.key(String.valueOf(found.group("door")));
            if (found.group("called") != null && hasName(street)) return new Door(street, door, cleaned);
            return endsAsStreet(street) ? new NumberFirst(street, door, cleaned) : new Words(cleaned);
        }

        private static boolean hasName(String before) {
            return SearchWords.of(before).stream().anyMatch(word -> !word.isNumber());
        }

        private static boolean endsAsStreet(String name) {
            List<SearchWords.Word> words = SearchWords.of(name);
            return words.size() > 1
                    && THOROUGHFARES.contains(words.get(words.size() - 1).canonical());
        }

        /** "1453 sokak": the number is the street's own name. */
        private static boolean belongsToName(String after) {
            List<SearchWords.Word> words = SearchWords.of(after);
            return !words.isEmpty() && STREET_KINDS.contains(words.get(0).canonical());
        }
    }
}
