package tr.kentatlas.spatial.feature.cql2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tr.kentatlas.spatial.feature.English;

class Cql2RefusalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|1|expected a property, a value, a function or (, found the end",
                "a =|4|expected a property, a value, a function or (, found the end",
                "a = 1 b|7|expected AND, OR or the end, found b",
                "a = 1 = 2|7|expected AND, OR or the end, found =",
                "a == 1|4|expected a property, a value, a function or (, found =",
                "a != 1|3|the character ! has no meaning here",
                "(a = 1|7|expected ), found the end",
                "a = 1)|6|expected AND, OR or the end, found )",
                "'a'|1|expected a condition, found a text",
                "5|1|expected a condition, found a number",
                "a + 1|1|expected a condition, found a number",
                "POINT(1 2)|1|expected a condition, found a geometry",
                "a = 'x|5|the quote that opens here is never closed",
                "\"\" = 1|1|expected a property's name between the quotes",
                "(a = 1) = 2|1|expected a value, found a condition",
                "a = POINT(1 2)|5|expected a value, found a geometry",
                "a AND 1|7|expected a condition, found a number",
                "a NOT = 1|7|expected LIKE, BETWEEN or IN, found =",
                "a LIKE b|8|expected a pattern such as 'A%', found the property b",
                "a LIKE 5|8|expected a text or a property, found a number",
                "5 LIKE 'a'|1|expected a text or a property, found a number",
                "a BETWEEN 1 OR 2|13|expected AND, found OR",
                "a IN ()|7|expected a property, a value, a function or (, found )",
                "a IN 1|6|expected (, found 1",
                "a IS 5|6|expected NULL, found 5",
                "in = 1|1|expected a property, a value or a function, found in",
                "a = 12abc|5|expected a number, found 12a",
                "a = 1e999|5|this number has too many digits or too large an exponent",
                "'a' + 1 = 2|1|expected a number or a property, found a text",
                "frob(a) = 1|1|there is no function or operator FROB",
                "CASEI(a, b) = 1|1|CASEI takes 1 argument, found 2",
                "S_INTERSECTS(g)|1|S_INTERSECTS takes 2 arguments, found 1",
                "S_INTERSECTS(g, 5)|17|expected a geometry or a property, found a number",
                "S_INTERSECTS(g, POINT(1))|24|expected a coordinate, found )",
                "S_INTERSECTS(g, POINT EMPTY)|23|expected ), found EMPTY",
                "S_INTERSECTS(g, POINT(NaN 1))|23|expected a coordinate, found NaN",
                "S_INTERSECTS(g, LINESTRING(1 2))|27|a line needs at least 2 positions",
                "S_INTERSECTS(g, POLYGON((0 0,1 0,1 1)))|25|a ring needs at least 4 positions",
                "S_INTERSECTS(g, POLYGON((0 0,1 0,1 1,0 1)))|25|a ring must end at the position where it starts",
                "S_INTERSECTS(g, BBOX(1,2,3))|21|BBOX takes 4 or 6 numbers, found 3",
                "S_INTERSECTS(g, BBOX(1,2,3,1e400))|28|this coordinate is too large",
                "S_INTERSECTS(g, GEOMETRYCOLLECTION(GEOMETRYCOLLECTION(POINT(1 2))))|36"
                        + "|expected a geometry that is not itself a collection, found GEOMETRYCOLLECTION",
                "d = DATE('2026-02-30')|5|there is no day 2026-02-30",
                "d = DATE('yarın')|5|expected a date such as '2026-11-20', found 'yarın'",
                "d = DATE(5)|10|expected a date in quotes, found 5",
                "t = TIMESTAMP('2026-01-01T25:00:00Z')|5|there is no time 2026-01-01T25:00:00Z",
                "t = TIMESTAMP('2026-01-01')|5|expected a time such as '2026-11-20T08:30:00Z', found '2026-01-01'",
                "T_AFTER(t, 5)|12|expected DATE, TIMESTAMP, INTERVAL or a property, found a number",
                "T_DURING(t, INTERVAL('2026-02-01','2026-01-01'))|13|this interval ends before it starts",
                "A_CONTAINS(e, 'a')|15|expected an array such as ('a', 'b') or a property, found a text",
                "A_CONTAINS(e, (a=1, 'b'))|16|expected a value, found a condition",
            })
    void aFaultIsNamedWithItsPosition(String text, int position, String sentence) {
        var fault = fault(text);
        assertThat(fault).as(text).isNotNull();
        assertThat(English.of(fault)).isEqualTo(sentence);
        assertThat(fault.place()).isEqualTo(new Place.Position(position));
    }

    @Test
    void whatTheDatabaseCannotHoldAsTextIsRefused() {
        assertThat(fault("a = 'x\u0000y'").place()).isEqualTo(new Place.Position(7));
        assertThat(fault("a = '\ud83d'").place()).isEqualTo(new Place.Position(6));
        assertThat(Cql2Writer.write(Cql2Text.parse("a = '😀'"))).isEqualTo("a = '😀'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "NOT ", "CASEI(", "-", "1 + (", "A_CONTAINS(a, ("})
    void deepNestingIsRefusedAtOnce(String opening) {
        String text = opening.repeat(5_000);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThat(English.of(fault(text))).isEqualTo("an expression may nest at most 50 levels deep"));
    }

    @Test
    void fiftyLevelsAreReadInNoTime() {
        String condition = "(".repeat(50) + "a" + ")".repeat(50) + " = 1";
        String mixed = "(a = 1 OR ".repeat(49) + "b" + ")".repeat(49);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            assertThat(Cql2Writer.write(Cql2Text.parse(condition))).isEqualTo("a = 1");
            assertThat(Cql2Text.parse(Cql2Writer.write(Cql2Text.parse(mixed)))).isEqualTo(Cql2Text.parse(mixed));
        });
    }

    @Test
    void tenMegabytesAreRefusedWithoutReadingThem() {
        String text = "a = 1 AND ".repeat(1_000_000);
        var faults = Assertions.assertTimeoutPreemptively(
                Duration.ofMillis(500),
                () -> List.of(
                        fault(text), catchThrowableOfType(Cql2SyntaxException.class, () -> Cql2Json.parse(text))));
        assertThat(faults)
                .extracting(English::of)
                .containsExactly(
                        "an expression may have at most 100000 characters, this one has 10000000",
                        "an expression may have at most 1000000 characters, this one has 10000000");
    }

    @Test
    void theLongestFilterIsReadAndWrittenBack() {
        String text = "a = 1 AND ".repeat(9_999) + "b";
        assertThat(Cql2Writer.write(Cql2Text.parse(text))).isEqualTo(text);
    }

    @Test
    void aChainOfSumsCannotExhaustTheStack() {
        assertThat(English.of(fault("a = 1" + " + 1".repeat(20_000)))).contains("at most 100 arithmetic operators");
    }

    private static Cql2SyntaxException fault(String text) {
        return catchThrowableOfType(Cql2SyntaxException.class, () -> Cql2Text.parse(text));
    }
}
