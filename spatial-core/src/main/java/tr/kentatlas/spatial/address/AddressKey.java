package tr.kentatlas.spatial.address;

import java.util.regex.Pattern;

/** The keys under which names of the address registry are compared; the names themselves are never changed. */
public final class AddressKey {
    private static final Pattern GAPS = Pattern.compile("[\\s\\u00a0\\u2007\\u202f\\u200b\\ufeff]+");

    private AddressKey() {}

    /** Small plain letters, one space between words: GAZİOSMANPAŞA  OSB becomes gaziosmanpasa osb. */
    public static String of(String name) {
        return spaced(TurkishText.searchKey(TextRepair.repair(name)));
    }

    /** The text with single spaces between words and none around it. */
    static String spaced(String text) {
        return GAPS.matcher(text).replaceAll(" ").strip();
    }
}
