package tr.kentatlas.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;

/** Whatever is refused over HTTP is said in the language asked for. */
class ToldLanguageTest {
    private static final String ITEMS = "/ogc/collections/bina/items";

    private final DeskCity city = DeskCity.shared();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ?limit=0              | 400 | en az 1 olmalı                      | a limit is at least 1
            ?limit=x              | 400 | bir tam sayı olmalı                 | a limit is a whole number
            ?bbox=1,2             | 400 | bbox dört sayıdan                   | a bbox has four numbers
            ?bbox=1,x,2,3         | 400 | 'x' bir sayı değil                  | 'x' is no number
            ?bbox=1,3,2,2         | 400 | güney sınırı kuzey                  | the south of a bbox
            ?datetime=dun         | 400 | biçiminde bir zaman değil           | is no time of the form
            ?datetime=../../..    | 400 | aralarında '/' bulunan iki an       | two with a '/' between
            ?filter=adi%20LIKE%205| 400 | 10. karakter: metin ya da öznitelik bekleniyordu, bulunan: sayı | position 10: expected a text or a property, found a number
            ?filter=%7B%7D&filter-lang=cql2-json | 400 | JSON bütünü: op, property | JSON: expected an object with op
            ?filter=x&filter-lang=sql | 400 | cql2-text ya da cql2-json olmalı | cql2-text or cql2-json
            ?colour=red           | 400 | böyle bir parametre yok             | unknown parameter
            ?limit=1&limit=2      | 400 | birden çok kez verilmiş             | given more than once
            ?f=gif                | 400 | json ya da html olmalı              | json or html
            ?crs=EPSG:9999        | 400 | koordinat sistemleri (crs) arasında | among the collection's crs
            ?cursor=x             | 400 | bizim verdiğimiz bir imleç değil    | no cursor of ours
            ?sortby=yok           | 400 | 'yok' adında bir öznitelik yok       | there is no property 'yok'
            ?release=9999         | 410 | 9999 numaralı yayın (artık)         | Release 9999 is not kept
            ?release=x            | 400 | yayın bir sayıyla belirtilir        | a release is a number
            /x                    | 404 | 'x' kimlikli bir kayıt yok          | There is no feature 'x'
            """)
    void aFaultOfAQuestionForFeatures(String rest, int status, String turkish, String english) {
        assertTold(client -> client.get(ITEMS + rest), status, turkish, english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /ogc/collections/yok                      | 404 | 'yok' adında bir katman yok | There is no collection 'yok'
            /ogc/tiles/WebMercatorQuad/99/1/1         | 404 | 99/1/1 karosu yok           | There is no tile 99/1/1
            /api/guide/search?q=                      | 400 | harf ya da rakamla          | letters or digits
            /api/guide/search?q=a&limit=99            | 400 | 1 ile 50 arasında bir sayı  | a number from 1 to 50
            /api/guide/search?q=a&lon=29              | 400 | ya da hiçbiri               | both or neither
            /api/guide/at?lon=29&lat=41&radius=9999   | 400 | 0 ile 500 metre arasında    | between 0 and 500 metres
            /api/guide/at?lon=29&lat=99               | 400 | -90 ile 90 arasında derece  | degrees from -90 to 90
            /api/guide/at?lat=41                      | 400 | ya da hiçbiri               | both or neither
            /api/guide/place/x                        | 404 | böyle bir yer yok           | no such place in this release
            /api/guide/convert?q=bir                  | 400 | gibi bir konum              | a position such as
            /imar/a/b/1/2?f=json                      | 404 | adresinde bir parsel yok    | There is no parcel at
            /api/thematic/yok/sld                     | 404 | bir tematik harita yok      | There is no thematic map 'yok'
            /exchange/statistics                      | 401 | Protokolünüzün anahtarını   | Present the key of your agreement
            """)
    void whatThePublicAsksInVain(String path, int status, String turkish, String english) {
        assertTold(client -> client.get(path), status, turkish, english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            statistics   | {                                    | düzgün yazılmış JSON değil: satır 1 | not well-formed JSON at line 1
            statistics   | {}                                   | eksik                        | is missing
            statistics   | {"type":"yok"}                       | 'yok' adında bir katman yok  | there is no collection 'yok'
            statistics   | {"type":"bina","rule":"x"}           | inside ya da clipped olmalı  | inside or clipped
            statistics   | {"type":"bina","filter":"yok > 3"}   | 1. karakter, “yok > 3”       | “yok > 3”: there is no property
            statistics   | {"type":"bina","areas":[{"shape":{"type":"Point","coordinates":[1,2]}}]} | bir ya da birkaç çokgen olmalı | is a polygon or several
            service-area | {}                                   | ya tesisleri (facilities)    | say either facilities or a point
            service-area | {"point":[0,0],"minutes":[0]}        | 1 ile 60 arasında en az 1, en çok 6 tam sayı | 1 to 6 whole numbers between 1 and 60
            service-area | {"point":[0,0],"speed":99}           | 1 ile 8 arasında bir sayı    | a number between 1 and 8
            """)
    void aFaultOfAQuestionOfPlanning(String question, String body, String turkish, String english) {
        assertTold(client -> client.post("/api/desk/planning/" + question, body), 400, turkish, english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                    | eksik                          | is missing
            {"type":"bina","method":"x"}          | 'x' adında bir yöntem yok      | there is no method 'x'
            {"type":"bina","palette":"x"}         | 'x' adında bir renk paleti yok | there is no palette 'x'
            {"type":"bina","classes":99}          | arasında bir tam sayı          | whole number from 2 to 12
            {"type":"bina","noData":"mavi"}       | #d8d8d8 gibi bir renk          | a colour such as #d8d8d8
            {"type":"bina","value":"1 +"}         | ifadenin sonu                  | found the end
            """)
    void aFaultOfAThematicMap(String map, String turkish, String english) {
        assertTold(client -> client.post("/api/desk/thematic", map), 400, turkish, english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            REQUEST=Yok                                         | ve GetLegendGraphic sunulur       | GetLegendGraphic are served
            REQUEST=GetMap                                      | CRS eksik                         | CRS is missing
            REQUEST=GetMap&CRS=EPSG:1                           | sunulanlar: EPSG:                 | 'EPSG:1' is not served
            REQUEST=GetMap&CRS=CRS:84&WIDTH=x                   | 'x' bir tam sayı değil            | WIDTH cannot be used: 'x' is no
            REQUEST=GetMap&CRS=CRS:84&WIDTH=100000              | 100000, 1 ile 4096 arasında değil | 100000 is not between 1 and 4096
            REQUEST=GetMap&CRS=CRS:84&WIDTH=9&HEIGHT=9&BBOX=1,2 | minx < maxx ve                    | minx < maxx and
            REQUEST=GetLegendGraphic&LAYER=yok                  | 'yok' adında bir katman yok       | There is no layer 'yok'
            """)
    void aFaultOfAPicture(String query, String turkish, String english) {
        assertTold(client -> client.get("/wms?VERSION=1.3.0&" + query), 200, escaped(turkish), escaped(english));
        assertThat(city.signedIn(Role.PLANNER)
                        .get("/wms?VERSION=1.3.0&LANGUAGE=tr&" + query)
                        .body())
                .contains(escaped(turkish));
    }

    /** As XML writes it. */
    private static String escaped(String text) {
        return text.replace("<", "&lt;");
    }

    @Test
    void aPageTellsFaultsInItsOwnLanguage() {
        String path = ITEMS + "?limit=0&f=html&lang=";
        DeskClient english = new DeskClient(city.url()).speaking("en");
        assertThat(english.get(path + "tr").body()).contains("en az 1 olmalı").doesNotContain("at least 1");
        DeskClient turkish = new DeskClient(city.url()).speaking("tr");
        assertThat(turkish.get(path + "en").body()).contains("a limit is at least 1");
    }

    @Test
    void whoAsksForNoLanguageIsToldInEnglish() {
        HttpResponse<String> answer = new DeskClient(city.url()).get(ITEMS + "?limit=0");
        assertThat(answer.body())
                .contains(
                        "\"title\":\"Bad Request\"", "cannot be used", "{\"parameter\":\"limit\",\"detail\":\"a limit");
    }

    private void assertTold(
            Function<DeskClient, HttpResponse<String>> ask, int status, String turkish, String english) {
        DeskClient client = city.signedIn(Role.PLANNER);
        HttpResponse<String> inTurkish = ask.apply(client.speaking("tr-TR,tr;q=0.9,en;q=0.8"));
        HttpResponse<String> inEnglish = ask.apply(client.speaking("en-GB,en;q=0.9,tr;q=0.8"));
        assertThat(inTurkish.statusCode()).as(inTurkish.body()).isEqualTo(status);
        assertThat(inEnglish.statusCode()).isEqualTo(status);
        assertThat(inTurkish.body()).contains(turkish).doesNotContain(english);
        assertThat(inEnglish.body()).contains(english).doesNotContain(turkish);
    }
}
