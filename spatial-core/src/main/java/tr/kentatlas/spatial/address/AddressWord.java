package tr.kentatlas.spatial.address;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words that tell what the name before or the number behind them is, with the abbreviations and misspellings people use. */
enum AddressWord {
    NEIGHBOURHOOD(
            AddressPart.NEIGHBOURHOOD,
            "mahallesi mahalle mah mh mhl mahl mahalesi mahlesi mhallesi maallesi mahallasi"),
    VILLAGE(AddressPart.VILLAGE, "koyu koy ky"),
    LOCALITY(AddressPart.LOCALITY, "mevkii mevki mevkisi mvk"),
    AVENUE(StreetType.AVENUE, "caddesi cadde cad cd cadesi cadessi caddsi cadd"),
    STREET(StreetType.STREET, "sokagi sokak sok sk skk sokk sokar so"),
    DEAD_END(StreetType.STREET, "cikmazi cikmaz cikm ckm"),
    BOULEVARD(StreetType.BOULEVARD, "bulvari bulvar bulv blv bulvr"),
    SQUARE(StreetType.SQUARE, "meydani meydan mey myd"),
    SCATTERED_HOUSES(StreetType.SCATTERED_HOUSES, "kumeevler kumeevleri"),
    SITE(AddressPart.SITE, "sitesi site sit"),
    APARTMENTS(AddressPart.BUILDING, "apartmani apartman apt ap"),
    BUSINESS(AddressPart.BUILDING, "ismerkezi ishani plaza plazasi pasaji pasaj"),
    BLOCK(AddressPart.BLOCK, "blok blogu blk bl"),
    DOOR(AddressPart.DOOR, "no numara numarasi num nu nomara"),
    FLOOR(AddressPart.FLOOR, "kat k"),
    UNIT(AddressPart.UNIT, "daire dairesi dai dair dr d ickapi ickapino");

    /** Case endings a word may carry: "Caddesi'nde", "sokağından". */
    private static final List<String> ENDINGS = List.of(
            "ndeki", "ndaki", "nden", "ndan", "nde", "nda", "nin", "ne", "na", "deki", "daki", "taki", "den", "dan",
            "tan", "de", "da", "ta");

    private static final Map<String, AddressWord> BY_SPELLING = bySpelling();

    private final AddressPart part;
    private final @Nullable StreetType street;
    private final String spellings;

    AddressWord(AddressPart part, String spellings) {
        this.part = part;
        this.street = null;
        this.spellings = spellings;
    }

    AddressWord(StreetType street, String spellings) {
        this.part = AddressPart.STREET;
        this.street = street;
        this.spellings = spellings;
    }

    /** The word a folded spelling stands for, also with an ending. */
    static Optional<AddressWord> find(String folded) {
        AddressWord exact = BY_SPELLING.get(folded);
        return exact != null ? Optional.of(exact) : withoutEnding(folded);
    }

    /** Short abbreviations take no ending: "soda" is no street. */
    private static Optional<AddressWord> withoutEnding(String folded) {
        return ENDINGS.stream()
                .filter(folded::endsWith)
                .map(ending -> folded.substring(0, folded.length() - ending.length()))
                .filter(stem -> stem.length() >= 4 && BY_SPELLING.containsKey(stem))
                .map(BY_SPELLING::get)
                .findFirst();
    }

    private static Map<String, AddressWord> bySpelling() {
        Map<String, AddressWord> words = new HashMap<>();
        for (AddressWord word : values()) {
            for (String spelling : word.spellings.split(" ", -1)) {
                words.put(spelling, word);
            }
        }
        return Map.copyOf(words);
    }

    AddressPart part() {
        return part;
    }

    /** The kind of road it names; null for a word that names none. */
    @Nullable
    StreetType street() {
        return street;
    }

    /** Whether the number follows it, as in "No 12"; a name comes before its word. */
    boolean isBeforeItsNumber() {
        return part == AddressPart.DOOR || part == AddressPart.FLOOR || part == AddressPart.UNIT;
    }
}
