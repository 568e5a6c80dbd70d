package tr.kentatlas.spatial.feature.cql2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.kentatlas.spatial.feature.English;

class Cql2JsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'op':'=','args':[{'property':'kat'},5]}|kat = 5",
                "{'op':'and','args':[{'property':'a'},{'op':'or','args':[true,{'property':'b'}]}]}|a AND (TRUE OR b)",
                "{'op':'not','args':[{'op':'isNull','args':[{'property':'ad'}]}]}|ad IS NOT NULL",
                "{'op':'like','args':[{'op':'casei','args':[{'property':'ad'}]},{'op':'casei','args':['ı%']}]}"
                        + "|CASEI(ad) LIKE CASEI(~ı%~)",
                "{'op':'between','args':[{'property':'x'},-1,2.5]}|x BETWEEN -1 AND 2.5",
                "{'op':'in','args':[{'property':'ad'},['a','b']]}|ad IN (~a~,~b~)",
                "{'op':'>','args':[{'op':'div','args':[{'property':'x'},{'op':'^','args':[2,3]}]},1]}|x div (2^3) > 1",
                "{'op':'s_intersects','args':[{'property':'g'},{'type':'Point','coordinates':[1,-2]}]}"
                        + "|S_INTERSECTS(g, POINT(1 -2))",
                "{'op':'s_within','args':[{'property':'g'},{'bbox':[1,2,3,4]}]}|S_WITHIN(g, BBOX(1,2,3,4))",
                "{'op':'s_touches','args':[{'property':'g'},{'type':'Polygon','coordinates':[[[0,0],[1,0],[1,1],[0,0]]]}]}"
                        + "|S_TOUCHES(g, POLYGON((0 0,1 0,1 1,0 0)))",
                "{'op':'s_equals','args':[{'property':'g'},{'type':'MultiLineString','coordinates':[[[0,0,5],[1,0,5]]]}]}"
                        + "|S_EQUALS(g, MULTILINESTRING Z ((0 0 5,1 0 5)))",
                "{'op':'s_equals','args':[{'property':'g'},{'type':'GeometryCollection','geometries':["
                        + "{'type':'MultiPoint','coordinates':[[1,2]]},{'type':'LineString','coordinates':[[1,2],[3,4]]}]}]}"
                        + "|S_EQUALS(g, GEOMETRYCOLLECTION(MULTIPOINT((1 2)),LINESTRING(1 2,3 4)))",
                "{'op':'<','args':[{'property':'d'},{'date':'2026-11-20'}]}|d < DATE(~2026-11-20~)",
                "{'op':'t_finishedBy','args':[{'interval':[{'property':'a'},'..']},{'timestamp':'2026-11-20T00:00:00Z'}]}"
                        + "|T_FINISHEDBY(INTERVAL(a,~..~), TIMESTAMP(~2026-11-20T00:00:00Z~))",
                "{'op':'a_containedBy','args':[{'property':'e'},['a',{'property':'b'}]]}|A_CONTAINEDBY(e, (~a~,b))",
                "{'op':'=','args':[{'op':'accenti','args':[{'property':'ad'}]},'a']}|ACCENTI(ad) = ~a~",
                "{'property':'asansor'}|asansor",
                "false|FALSE",
            })
    void jsonAndTextGiveTheSameTree(String json, String text) {
        assertThat(Cql2Json.parse(json.replace('\'', '"'))).isEqualTo(Cql2Text.parse(text.replace('~', '\'')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "5||expected a condition, found a number",
                "{}||expected an object with op, property, date, timestamp, interval, bbox or a geometry's type",
                "{'op':'frob','args':[]}||there is no function or operator FROB",
                "{'op':'='}||expected args, the list of what \"=\" works on",
                "{'op':'=','args':[1]}||= takes 2 arguments, found 1",
                "{'op':5,'args':[1]}|/op|expected a string",
                "{'op':'and','args':[true]}||and takes at least 2 arguments, found 1",
                "{'op':'and','args':[true,7]}|/args/1|expected a condition, found a number",
                "{'op':'=','args':[{'property':1},1]}|/args/0/property|expected a string",
                "{'op':'=','args':[{'property':'a'},null]}|/args/1"
                        + "|expected an object with op, property, date, timestamp, interval, bbox or a geometry's type",
                "{'op':'in','args':[{'property':'a'},[]]}|/args|expected a value and the list of values it may have",
                "{'op':'=','args':[{'property':'a'},1e999]}|/args/1"
                        + "|this number has too many digits or too large an exponent",
                "{'op':'s_within','args':[{'property':'g'},{'bbox':[1,2,3]}]}|/args/1/bbox|a bbox has 4 or 6 numbers, found 3",
                "{'op':'s_within','args':[{'property':'g'},{'type':'Point','coordinates':[1,'x']}]}"
                        + "|/args/1/coordinates/1|expected a coordinate",
                "{'op':'s_within','args':[{'property':'g'},{'type':'Point','coordinates':[1,1e999]}]}"
                        + "|/args/1/coordinates/1|expected a coordinate",
                "{'op':'s_within','args':[{'property':'g'},{'type':'Blob'}]}|/args/1/type|expected a GeoJSON geometry type",
                "{'op':'=','args':[{'property':'d'},{'date':'dün'}]}|/args/1|expected a date such as '2026-11-20', found 'dün'",
                "{'op':'=','args':[{'property':'a'},'\\u0000']}|/args/1|a character here cannot be stored as text",
                "{'op':'=','args':[{'property':'a'},'\\ud800']}|/args/1|a character here cannot be stored as text",
            })
    void aFaultIsNamedWithItsPointer(String json, String pointer, String sentence) {
        var fault = fault(quoted(json));
        assertThat(fault).as(json).isNotNull();
        assertThat(English.of(fault)).isEqualTo(sentence);
        assertThat(fault.place()).isEqualTo(new Place.Pointer(pointer == null ? "" : pointer));
    }

    @Test
    void whatIsNotJsonIsRefusedInOneSentence() {
        for (String text : new String[] {"", "{", "{\"op\":", "kat = 5", "true false", "{\"op\":\"=\",\"op\":\"<\"}"}) {
            assertThatThrownBy(() -> Cql2Json.parse(text)).as(text).isInstanceOf(Cql2SyntaxException.class);
        }
        assertThat(English.of(fault("{\n \"op\" 5}"))).contains("not well-formed JSON at line 2");
    }

    @Test
    void deepNestingIsRefused() {
        for (int depth : new int[] {51, 10_000}) {
            String json = "{\"op\":\"not\",\"args\":[".repeat(depth) + "true" + "]}".repeat(depth);
            assertThat(English.of(fault(json))).contains("at most 50 levels deep");
        }
        assertThat(English.of(fault("[".repeat(400_000)))).contains("at most 50 levels deep");
    }

    private static Cql2SyntaxException fault(String json) {
        return catchThrowableOfType(Cql2SyntaxException.class, () -> Cql2Json.parse(json));
    }

    private static String quoted(String json) {
        return json.replace("'", "\"");
    }
}
