package tr.kentatlas.spatial.search;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A parcel as deeds, letters and people write it: "101 nolu ada 5 nolu parsel", "Parsel: 5, Ada: 101", "101/5 ada parsel". */
final class WrittenParcel {
    private static final String NUMBERED = "(?!\\d)\\s*\\.?(?:\\s*(?:no['’]?lu|numarali|no)\\b)?";
    private static final String CALLED = "(?:\\s*no)?\\s*[:.]?\\s*";
    private static final String BLOCK_NUMBER = "(?<block>\\d{1,6})" + NUMBERED;
    private static final String PARCEL_NUMBER = "(?<parcel>\\d{1,6})" + NUMBERED;
    private static final String BLOCK = "\\bada" + CALLED;
    private static final String PARCEL = "\\b(?:parsel|prs)" + CALLED;
    private static final String OF_BLOCK = "\\s*ada\\b(?!\\.? (?:cad|cd\\b|sok|sk\\b|bulv|blv|mah|mh\\b|meydan))";
    private static final String OF_PARCEL = "\\s*(?:parsel\\w*|prs\\b|p\\b)";
    private static final String BETWEEN = "\\s*[,;/ -]*";
    /** Whoever says more comes earlier. */
    private static final List<Pattern> PARCELS = Stream.of(
                    BLOCK + BLOCK_NUMBER + BETWEEN + PARCEL + PARCEL_NUMBER,
                    "\\b" + BLOCK_NUMBER + OF_BLOCK + BETWEEN + PARCEL_NUMBER + OF_PARCEL,
                    "\\b" + BLOCK_NUMBER + OF_BLOCK + BETWEEN + PARCEL + PARCEL_NUMBER,
                    BLOCK + BLOCK_NUMBER + BETWEEN + PARCEL_NUMBER + OF_PARCEL,
                    PARCEL + PARCEL_NUMBER + BETWEEN + BLOCK + BLOCK_NUMBER,
                    PARCEL + PARCEL_NUMBER + BETWEEN + BLOCK_NUMBER + OF_BLOCK,
                    "\\b" + PARCEL_NUMBER + OF_PARCEL + BETWEEN + BLOCK_NUMBER + OF_BLOCK,
                    BLOCK + "[/ -]\\s*" + PARCEL + BLOCK_NUMBER + "\\s*/\\s*" + PARCEL_NUMBER,
                    "\\b" + BLOCK_NUMBER + "\\s*/\\s*" + PARCEL_NUMBER + "\\s*(?:ada\\s*/?\\s*)?parsel",
                    "\\b" + BLOCK_NUMBER + OF_BLOCK + "(?:" + BETWEEN + PARCEL_NUMBER + ")?",
                    BLOCK + BLOCK_NUMBER + "(?<parcel>)")
            .map(Pattern::compile)
            .toList();
    /** What a deed tells besides: the map sheet, and that numbers are such. */
    private static final Pattern OF_DEEDS = Pattern.compile(
            "\\bpafta(?:\\s*no)?\\s*:\\s*[\\w./-]+|\\b[\\w./-]*\\d[\\w./-]*\\s*pafta\\b|\\b(?:parsel\\w*|ada|no['’]?lu|numarali|pafta)\\b");

    private WrittenParcel() {}

    /** Reads folded text; whatever else it says is the rest. */
    static Optional<SearchQuestion.Parcel> read(String folded) {
        for (Pattern pattern : PARCELS) {
            Matcher found = pattern.matcher(folded);
            if (found.find()) return Optional.of(parcel(found, folded));
        }
        return Optional.empty();
    }

    private static SearchQuestion.Parcel parcel(Matcher found, String folded) {
        String number = found.group("parcel");
        String rest = folded.substring(0, found.start()) + " " + folded.substring(found.end());
        return new SearchQuestion.Parcel(
                String.valueOf(found.group("block")),
                number == null || number.isEmpty() ? null : number,
                OF_DEEDS.matcher(rest).replaceAll(" ").strip());
    }
}
