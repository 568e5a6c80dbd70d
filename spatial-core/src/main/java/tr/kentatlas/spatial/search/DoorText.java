package tr.kentatlas.spatial.search;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A door number however it is written: 12/A, 12-a, 12 A and 12a are the same; 32-34 is a building with two numbers. */
final class DoorText {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern LETTER = Pattern.compile("(\\d)[-/]([a-z])");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private DoorText() {}

    /** The one spelling that is compared. */
    static String key(String folded) {
        return LETTER.matcher(SPACES.matcher(folded).replaceAll("")).replaceAll("$1$2");
    }

    /** The numbers of houses in it: 32 and 34 of 32-34, only 29 of 29/1. */
    static Set<String> numbers(String key) {
        Set<String> numbers = new LinkedHashSet<>();
        for (String part : key.split("-", -1)) {
            Matcher first = NUMBER.matcher(part);
            if (first.find()) numbers.add(first.group());
        }
        return numbers;
    }
}
