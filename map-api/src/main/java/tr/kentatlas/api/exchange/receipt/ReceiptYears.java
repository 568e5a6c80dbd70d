package tr.kentatlas.api.exchange.receipt;

import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** For how many years receipts are kept, as {@code KENT_RECEIPTS_YEARS} says. */
public final class ReceiptYears {
    private static final String VARIABLE = "KENT_RECEIPTS_YEARS";

    private ReceiptYears() {}

    /**
     * Empty where it is not set: they are kept for as long as the database.
     *
     * @param settings gives the value of a variable by its name
     * @throws IllegalArgumentException with a sentence for the operator, when it is no number of years
     */
    public static OptionalInt in(Function<String, @Nullable String> settings) {
        String value = settings.apply(VARIABLE);
        if (value == null || value.isBlank()) return OptionalInt.empty();
        if (!value.strip().matches("[1-9]\\d{0,2}"))
            throw new IllegalArgumentException(VARIABLE + " is no number of years like 10: " + value.strip());
        return OptionalInt.of(Integer.parseInt(value.strip()));
    }
}
