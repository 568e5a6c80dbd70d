package tr.kentatlas.spatial.feature.cql2;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.kentatlas.spatial.feature.cql2.Cql2.And;
import tr.kentatlas.spatial.feature.cql2.Cql2.Arithmetic;
import tr.kentatlas.spatial.feature.cql2.Cql2.ArrayLiteral;
import tr.kentatlas.spatial.feature.cql2.Cql2.Comparison;
import tr.kentatlas.spatial.feature.cql2.Cql2.NumberLiteral;
import tr.kentatlas.spatial.feature.cql2.Cql2.Or;
import tr.kentatlas.spatial.feature.cql2.Cql2.Property;
import tr.kentatlas.spatial.feature.cql2.Cql2.TextLiteral;

class Cql2TextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a=1|a = 1",
                "a<>-1.50|a <> -1.5",
                "  kat >= 5  and\tkat<=7 | kat >= 5 AND kat <= 7",
                "a=1 OR b=2 AND c=3|a = 1 OR (b = 2 AND c = 3)",
                "(a=1 OR b=2) AND c=3|(a = 1 OR b = 2) AND c = 3",
                "NOT a=1 AND b|NOT (a = 1) AND b",
                "not not b|NOT (NOT (b))",
                "((((a))))=(((2)))|a = 2",
                "ad LIKE 'A%'|ad LIKE 'A%'",
                "ad NOT LIKE '%\\_x'|NOT (ad LIKE '%\\_x')",
                "CASEI(ad) like casei('ığdır%')|CASEI(ad) LIKE CASEI('ığdır%')",
                "ACCENTI(CASEI(ad))=ACCENTI(CASEI('x'))|ACCENTI(CASEI(ad)) = ACCENTI(CASEI('x'))",
                "x between 1 and 2 and y|x BETWEEN 1 AND 2 AND y",
                "x NOT BETWEEN -1 AND a+1|NOT (x BETWEEN -1 AND a + 1)",
                "ad IN ('a','b''c','d\\'e')|ad IN ('a', 'b''c', 'd''e')",
                "ad NOT IN ('a')|NOT (ad IN ('a'))",
                "ad is null|ad IS NULL",
                "ad IS NOT NULL|NOT (ad IS NULL)",
                "geom IS NULL|geom IS NULL",
                "a+b*c^2-1=0|(a + (b * (c ^ 2))) - 1 = 0",
                "(a+b)*-c div 2 % 3 = 1|(((a + b) * (-1 * c)) div 2) % 3 = 1",
                "-(a)=.5|-1 * a = 0.5",
                "a = 1.5e3|a = 1500",
                "S_INTERSECTS(geom,POINT(29.5 -1))|S_INTERSECTS(geom, POINT(29.5 -1.0))",
                "s_within(POINT Z (1 2 -3), geom)|S_WITHIN(POINT Z (1.0 2.0 -3.0), geom)",
                "S_EQUALS(g,LINESTRING(0 0,1 1))|S_EQUALS(g, LINESTRING(0.0 0.0, 1.0 1.0))",
                "S_TOUCHES(g,MULTIPOINT(1 2,(3 4)))|S_TOUCHES(g, MULTIPOINT((1.0 2.0), (3.0 4.0)))",
                "S_CROSSES(g,BBOX(-1,-2,3,+4))|S_CROSSES(g, BBOX(-1.0, -2.0, 3.0, 4.0))",
                "S_DISJOINT(g,bbox(1,2,3,4,5,6))|S_DISJOINT(g, BBOX(1.0, 2.0, 3.0, 4.0, 5.0, 6.0))",
                "S_OVERLAPS(a,b)|S_OVERLAPS(a, b)",
                "d > DATE('2026-02-28')|d > DATE('2026-02-28')",
                "t = TIMESTAMP('2026-02-28T23:00:00.5+03:00')|t = TIMESTAMP('2026-02-28T20:00:00.500Z')",
                "T_AFTER(t,DATE('2026-01-01'))|T_AFTER(t, DATE('2026-01-01'))",
                "T_DURING(t,INTERVAL('2026-01-01','..'))|T_DURING(t, INTERVAL('2026-01-01', '..'))",
                "T_MEETS(INTERVAL(b,s),INTERVAL('..','2026-01-01T00:00:00Z'))"
                        + "|T_MEETS(INTERVAL(b, s), INTERVAL('..', '2026-01-01T00:00:00Z'))",
                "A_CONTAINS(etiket,('a','b'))|A_CONTAINS(etiket, ('a', 'b'))",
                "a_overlaps(etiket,('a'))|A_OVERLAPS(etiket, ('a'))",
                "A_EQUALS((),etiket)|A_EQUALS((), etiket)",
                "A_CONTAINEDBY(etiket,(ad))|A_CONTAINEDBY(etiket, (ad))",
                "TRUE|TRUE",
                "asansor|asansor",
                "asansor = false|asansor = FALSE",
                "\"in\" = 1 AND \"a b\" = 2 AND \"q\"\"q\" = 3|\"in\" = 1 AND \"a b\" = 2 AND \"q\"\"q\" = 3",
                "yapıDurumu = 'kâr' AND şehir_adı = 'Iğdır'|yapıDurumu = 'kâr' AND şehir_adı = 'Iğdır'",
                "\"ölçü\" < 3|ölçü < 3",
                "eo:x.y = 1|eo:x.y = 1",
                "date = 1 AND point = 2 AND z = 3|date = 1 AND point = 2 AND z = 3",
                // Small dotless letters are letters of names, also where capitals would make an operator of them.
                "ın = 1 AND lıke = 2 AND dıv = 3|ın = 1 AND lıke = 2 AND dıv = 3",
            })
    void theGrammarIsRead(String text, String canonical) {
        assertThat(Cql2Writer.write(Cql2Text.parse(text))).isEqualTo(canonical);
        assertThat(Cql2Text.parse(canonical)).isEqualTo(Cql2Text.parse(text));
    }

    @Test
    void andBindsCloserThanOr() {
        assertThat(Cql2Text.parse("a OR b AND c"))
                .isEqualTo(new Or(List.of(new Property("a"), new And(List.of(new Property("b"), new Property("c"))))));
    }

    @Test
    void subtractionGoesFromLeftToRight() {
        assertThat(Cql2Text.parse("a - 2 - 3 = 0"))
                .isEqualTo(new Comparison(
                        ComparisonOperator.EQUAL,
                        new Arithmetic(
                                ArithmeticOperator.MINUS,
                                new Arithmetic(ArithmeticOperator.MINUS, new Property("a"), number(2)),
                                number(3)),
                        number(0)));
    }

    @Test
    void parenthesesAroundOneValueAreAnArrayWhereAnArrayIsWanted() {
        var relation = (Cql2.ArrayRelation) Cql2Text.parse("A_CONTAINS(t, ('a'))");
        assertThat(relation.right()).isEqualTo(new ArrayLiteral(List.of(new TextLiteral("a"))));
    }

    @Test
    void aPropertyKnowsWhereItStands() {
        var property = (Property) ((Comparison) Cql2Text.parse("1 < kat")).right();
        assertThat(property.place()).isEqualTo(new Place.Position(5));
    }

    @Test
    void aHeightMakesAnotherGeometry() {
        assertThat(Cql2Text.parse("S_EQUALS(g, POINT(1 2 3))"))
                .isNotEqualTo(Cql2Text.parse("S_EQUALS(g, POINT(1 2 4))"));
    }

    private static NumberLiteral number(long value) {
        return new NumberLiteral(BigDecimal.valueOf(value));
    }
}
