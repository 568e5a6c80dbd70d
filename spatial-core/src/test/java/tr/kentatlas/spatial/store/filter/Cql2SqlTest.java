package tr.kentatlas.spatial.store.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.kentatlas.spatial.store.filter.FilteredPlaces.STORED;
import static tr.kentatlas.spatial.store.filter.FilteredPlaces.numbers;
import static tr.kentatlas.spatial.store.filter.FilteredPlaces.select;
import static tr.kentatlas.spatial.store.filter.FilteredPlaces.translate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.kentatlas.spatial.store.sql.SqlFragment;

class Cql2SqlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TRUE|1 2 3 4",
                "FALSE|",
                "kat = 5|2",
                "kat <> 5|1 3",
                "NOT kat = 5|1 3",
                "kat < 5.5|1 2",
                "5 <= kat|2 3",
                "kat > 1 AND kat < 10|2",
                "kat = 1 OR kat = 10|1 3",
                "kat = 99999999999999999999|",
                "nüfus = 5000000000|1",
                "nüfus = kat|",
                "alan = 0.1|3",
                "alan < kat|3",
                "ad = 'IĞDIR'|1",
                "ad > 'a'|1 2",
                "CASEI(ad) = CASEI('Iğdır')|1 2",
                "CASEI('IĞDIR') = CASEI('ığdır')|1 2 3 4",
                "ACCENTI(ad) = ACCENTI('IGDIR')|1",
                "ACCENTI(CASEI(ad)) = ACCENTI(CASEI('igdir'))|1 2",
                "CASEI(ACCENTI(ad)) = ACCENTI(CASEI('igdir'))|1 2",
                "ad LIKE 'I%'|1",
                "ad LIKE '____R'|1",
                "ad LIKE '50\\%\\_\\\\%'|3",
                "ad LIKE '%O''N%'|3",
                "ad NOT LIKE 'I%'|2 3",
                "CASEI(ad) LIKE CASEI('IĞ%')|1 2",
                "CASEI(ad) IN (CASEI('IĞDIR'), 'x')|1 2",
                "kat BETWEEN 1 AND 5|1 2",
                "kat NOT BETWEEN 1 AND 5|3",
                "ad BETWEEN 'A' AND 'Z'|1 2",
                "kat IN (1, 10, 2.5)|1 3",
                "kat NOT IN (1)|2 3",
                "kat IN (no, 5)|1 2",
                "ad IN ('IĞDIR', 'a,b', '{}', 'x\"y')|1",
                "ad IS NULL|4",
                "ad IS NOT NULL|1 2 3",
                "geom IS NULL|4",
                "etiket IS NULL|4",
                "kat + 1 IS NULL|4",
                "kat * 2 + 1 = 11|2",
                "kat / 2 = 2.5|2",
                "kat div 2 = 2|2",
                "kat % 3 = 1|1 3",
                "-kat = -5|2",
                "kat ^ 2 = 25|2",
                "kat / 0 = 1|",
                "kat % (kat - 5) = 0|3",
                "kat ^ 1000000 > 1|",
                "(0 - kat) ^ 0.5 = 1|",
                "nüfus * nüfus * nüfus > 1|1 2",
                "asansör|1 3",
                "NOT asansör|2",
                "asansör = FALSE|2",
                "asansör <> FALSE|1 3",
                "yapım = DATE('2020-06-01')|2",
                "yapım < DATE('2020-06-01')|1",
                "yapım IN (DATE('2020-01-01'), DATE('2021-01-01'))|1 3",
                "yapım BETWEEN DATE('2020-01-01') AND DATE('2020-12-31')|1 2",
                "kayıt = TIMESTAMP('2026-01-01T12:30:00Z')|2",
                "kayıt IN (TIMESTAMP('2026-01-01T12:30:00Z'))|2",
                "kayıt = DATE('2026-01-01')|1 2",
                "kayıt <> DATE('2026-01-01')|3",
                "kayıt <= DATE('2026-01-01')|1 2",
                "kayıt > DATE('2026-01-01')|3",
                "kayıt < DATE('2026-01-01')|",
                "DATE('2026-01-02') <= kayıt|3",
                "kimlik = '00000000-0000-0000-0000-000000000002'|2",
                "'00000000-0000-0000-0000-000000000002' = kimlik|2",
                "kimlik IN ('00000000-0000-0000-0000-000000000001')|1",
                "A_CONTAINS(etiket, ('b'))|1 2",
                "A_CONTAINS(etiket, ('b', 'a'))|1",
                "A_CONTAINEDBY(etiket, ('b', 'c'))|2 3",
                "A_EQUALS(etiket, ('b', 'a', 'a'))|1",
                "A_EQUALS(etiket, ())|3",
                "A_OVERLAPS(etiket, ('a', ad))|1",
                "A_CONTAINS(üye, ('00000000-0000-0000-0000-000000000001'))|1",
                "A_OVERLAPS(üye, (kimlik))|1 2",
            })
    void scalarsAndArraysSelect(String filter, @Nullable String expected) {
        assertThat(select(filter, STORED)).as(filter).isEqualTo(numbers(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Days: lifetimes [2020-01-01, 2020-12-31], [2020-06-01, 2020-06-30], [2021-01-01, open)
                "T_AFTER(INTERVAL(yapım, bitiş), DATE('2020-12-31'))|3",
                "T_BEFORE(INTERVAL(yapım, bitiş), DATE('2020-12-31'))|2",
                "T_INTERSECTS(INTERVAL(yapım, bitiş), DATE('2020-06-30'))|1 2 4",
                "T_INTERSECTS(INTERVAL(yapım, bitiş), INTERVAL('2020-12-31', '..'))|1 3 4",
                "T_DISJOINT(INTERVAL(yapım, bitiş), INTERVAL('..', '2020-05-31'))|2 3",
                "T_EQUALS(INTERVAL(yapım, bitiş), INTERVAL('2020-06-01', '2020-06-30'))|2",
                "T_EQUALS(INTERVAL(yapım, bitiş), INTERVAL('2021-01-01', '..'))|3",
                "T_CONTAINS(INTERVAL(yapım, bitiş), INTERVAL('2020-06-01', '2020-06-30'))|1 4",
                "T_DURING(INTERVAL(yapım, bitiş), INTERVAL('2020-01-01', '2020-12-31'))|2",
                "T_DURING(yapım, INTERVAL('2020-01-01', '2020-12-31'))|2",
                "T_STARTS(INTERVAL(yapım, bitiş), INTERVAL('2020-06-01', '2020-12-31'))|2",
                "T_STARTEDBY(INTERVAL(yapım, bitiş), INTERVAL('2020-01-01', '2020-06-01'))|1",
                "T_FINISHES(INTERVAL(yapım, bitiş), INTERVAL('2020-01-01', '2020-06-30'))|2",
                "T_FINISHEDBY(INTERVAL(yapım, bitiş), INTERVAL('2020-06-30', '2020-12-31'))|1",
                "T_MEETS(INTERVAL(yapım, bitiş), INTERVAL('2020-06-30', '2020-07-30'))|2",
                "T_METBY(INTERVAL(yapım, bitiş), INTERVAL('2019-01-01', '2020-01-01'))|1",
                "T_OVERLAPS(INTERVAL(yapım, bitiş), INTERVAL('2020-06-15', '2021-06-01'))|1 2",
                "T_OVERLAPPEDBY(INTERVAL(yapım, bitiş), INTERVAL('2019-01-01', '2020-06-15'))|1 2",
                // Times against days and times
                "T_AFTER(kayıt, DATE('2026-01-01'))|3",
                "T_DURING(kayıt, INTERVAL('2026-01-01T00:00:00+03:00', '2026-01-02T00:00:00+03:00'))|2",
                "T_INTERSECTS(kayıt, DATE('2026-01-01'))|1 2",
                "T_EQUALS(kayıt, TIMESTAMP('2026-01-01T21:00:00Z'))|3",
                "T_BEFORE(yapım, TIMESTAMP('2020-06-01T20:59:59Z'))|1",
                "T_BEFORE(yapım, TIMESTAMP('2020-06-01T21:00:00Z'))|1 2",
                "T_BEFORE(INTERVAL('..', yapım), kayıt)|1 2 3",
            })
    void timesSelect(String filter, @Nullable String expected) {
        assertThat(select(filter, STORED)).as(filter).isEqualTo(numbers(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ad = '''; DROP TABLE yer; --'",
                "ad = '\\'; DROP TABLE yer; --'",
                "ad LIKE '%'' OR 1=1 --'",
                "ad IN ('''', '\"}', '{a,b}', 'x'') OR (1=1')",
                "CASEI(ad) = CASEI(''') OR TRUE --')",
                "A_CONTAINS(etiket, ('}''); DELETE FROM yer; --'))",
                "ad = '?::text $1 :ad'",
            })
    void whatLooksLikeSqlIsOnlyText(String filter) {
        SqlFragment sql = translate(filter, STORED);
        assertThat(sql.sql())
                .doesNotContain("DROP")
                .doesNotContain("DELETE")
                .doesNotContain("1=1")
                .doesNotContain("--");
        assertThat(select(filter, STORED)).isEmpty();
        assertThat(select("TRUE", STORED)).containsExactly(1, 2, 3, 4);
    }
}
