package tr.kentatlas.spatial.search;

import java.util.Optional;
import java.util.regex.Pattern;

/** Questions for pharmacies by when they serve: on duty, or open now; whatever else is said is where. */
final class PharmacyWords {
    private static final Pattern PHARMACY = Pattern.compile("\\b(?:ecz|pharmac)\\w*");
    private static final Pattern DUTY = Pattern.compile("\\b(?:nobet\\w*|nobtc\\w*|nobeci\\w*|on.?duty|duty)\\b");
    private static final Pattern OPEN = Pattern.compile("\\b(?:acik|open)\\b");
    private static final Pattern DUTY_ALONE = Pattern.compile(
            "(?:(?:bu ?gun\\w*|bu gece|simdi|su anda?) )?(?:nobet|nobetci\\w*|nobtc\\w*)(?: (?:bu ?gun\\w*|bu gece|simdi|nerede|listesi|kim))?|.*\\bon.?duty\\b.*");
    /** What says neither which place nor which pharmacy. */
    private static final Pattern NO_PLACE = Pattern.compile("['’ʼ`]\\w+|\\b(?:" + PHARMACY.pattern() + "|"
            + DUTY.pattern() + "|"
            + OPEN.pattern() + "|bu ?gun\\w*|bu (?:gece|aksam)\\w*|simdi\\w*|su an\\w*|(?:24|yirmi dort) saat|7/24"
            + "|nere\\w*|liste\\w*|kim\\w*|hangi\\w*|telefon\\w*|adres\\w*|numara\\w*|en yakin\\w*|yakin\\w*|civar\\w*|cevre\\w*|bana|olan\\w*|var|mi"
            + "|where|which|what|is|are|the|a|in|at|of|for|near\\w*|closest|me|now|today|tonight|list)\\b|[^\\w ]+");

    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private PharmacyWords() {}

    /** Reads folded text. */
    static Optional<SearchQuestion> read(String folded) {
        boolean isOfPharmacies = PHARMACY.matcher(folded).find();
        boolean isOnDuty = isOfPharmacies && DUTY.matcher(folded).find();
        if (isOnDuty || DUTY_ALONE.matcher(folded).matches()) {
            return Optional.of(new SearchQuestion.Duty(place(folded)));
        }
        return isOfPharmacies && OPEN.matcher(folded).find()
                ? Optional.of(new SearchQuestion.Open(place(folded)))
                : Optional.empty();
    }

    private static String place(String folded) {
        String rest = NO_PLACE.matcher(folded).replaceAll(" ");
        return SPACES.matcher(rest).replaceAll(" ").strip();
    }
}
