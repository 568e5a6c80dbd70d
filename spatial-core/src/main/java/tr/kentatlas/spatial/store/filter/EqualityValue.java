package tr.kentatlas.spatial.store.filter;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.refusal.Phrase;
import tr.kentatlas.spatial.feature.refusal.QuestionRefused;
import tr.kentatlas.spatial.model.Attribute;

/** The text of a query parameter as the value of an attribute (OGC 19-079r2 §6.3, queryables as query parameters). */
public final class EqualityValue {
    /** More digits than any column holds, and few enough to compute with. */
    private static final int MOST_DIGITS = 40;

    private EqualityValue() {}

    public static Cql2.Scalar parse(Attribute attribute, String text) {
        return switch (attribute.type()) {
            case INTEGER, LONG, DECIMAL -> new Cql2.NumberLiteral(number(text));
            case BOOLEAN -> new Cql2.BooleanLiteral(flag(text));
            case DATE -> new Cql2.DateLiteral(day(text));
            case INSTANT -> instant(text);
            default -> new Cql2.TextLiteral(text);
        };
    }

    private static BigDecimal number(String text) {
        if (text.length() <= MOST_DIGITS && text.matches("[+-]?\\d+(\\.\\d+)?")) return new BigDecimal(text);
        throw new QuestionRefused(Phrase.NO_NUMBER, abridged(text));
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new QuestionRefused(Phrase.NO_FLAG);
        };
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new QuestionRefused(Phrase.NO_DATE, abridged(text));
        }
    }

    private static Cql2.Scalar instant(String text) {
        try {
            return new Cql2.TimestampLiteral(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw new QuestionRefused(Phrase.NO_TIME, abridged(text));
        }
    }

    private static String abridged(String text) {
        return text.length() <= MOST_DIGITS ? text : text.substring(0, MOST_DIGITS) + "…";
    }
}
