package tr.kentatlas.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.Role;

/** A manager of agreements finds the record a letter asks about; of one nobody knows it is not said that nobody received it. */
class AskedRecordsTest {
    private static final String RECEIVED = "/api/desk/agreements/received";

    private final DeskCity city = DeskCity.shared();
    private final DeskClient manager = city.signedIn(Role.AGREEMENTS);

    @Test
    void aFlatIsFoundByItsAddressNumberAndByStreetDoorAndFlatAndNoMoreOfItIsTold() {
        Map<String, @Nullable Object> flat = one("""
                SELECT u.tucbs_no::text AS id, u.adres_no::text AS number, u.ic_kapi_no AS inner_door, n.tucbs_no::text AS door,
                       n.bina::text AS building, y.ad AS road, n.kapi_no
                  FROM working.bagimsiz_bolum u JOIN working.numarataj n ON n.tucbs_no = u.numarataj
                  JOIN working.yol_orta_hat_yon t ON t.tucbs_no = n.yon JOIN working.yol_orta_hat h ON h.tucbs_no = t.orta_hat
                  JOIN working.yol y ON y.tucbs_no = h.yol WHERE n.bina IS NOT NULL AND u.adres_no IS NOT NULL AND y.ad <> ''
                 ORDER BY u.row_no LIMIT 1""");
        JsonNode byNumber = found(text(flat, "number"));
        assertThat(byNumber.toString()).contains(text(flat, "id")).contains("\"name\":null");
        assertThat(ids(found(text(flat, "number").substring(0, 9)))).isEmpty();
        String address = text(flat, "road") + " Sokak No:" + text(flat, "kapi_no");
        assertThat(ids(found(address)))
                .as(address)
                .contains(text(flat, "door"), text(flat, "building"))
                .doesNotContain(text(flat, "id"));
        assertThat(ids(found(address + " D:" + text(flat, "inner_door")))).contains(text(flat, "id"));
    }

    @Test
    void aParcelIsFoundByItsNumbersAndAPlaceByItsName() {
        Map<String, @Nullable Object> parcel =
                one("SELECT tucbs_no::text AS id, ada_no, parsel_no FROM working.parsel ORDER BY row_no LIMIT 1");
        String numbers = text(parcel, "ada_no") + "/" + text(parcel, "parsel_no");
        assertThat(ids(found(numbers))).contains(text(parcel, "id"));
        assertThat(found(numbers).path("records").path(0).path("name").asString())
                .isEqualTo(numbers);
        assertThat(ids(found(text(parcel, "ada_no") + " ada " + text(parcel, "parsel_no") + " parsel")))
                .contains(text(parcel, "id"));
        Map<String, @Nullable Object> park = one(
                "SELECT tucbs_no::text AS id, ad FROM working.park_bahce WHERE ad IS NOT NULL ORDER BY row_no LIMIT 1");
        assertThat(ids(found(text(park, "ad")))).contains(text(park, "id"));
        assertThat(ids(found(text(park, "id")))).containsExactly(text(park, "id"));
        assertThat(manager.get(RECEIVED + "/find?q=+").statusCode()).isEqualTo(400);
    }

    @Test
    void theParcelOfTheNeighbourhoodThatIsNamedComesFirstAndThatThereAreMoreIsTold() {
        List<Map<String, @Nullable Object>> two =
                city.database().sql("""
                        SELECT DISTINCT ON (ad) tucbs_no::text AS id, regexp_replace(ad, ' Mahallesi$', '') AS name
                          FROM working.idari_birim WHERE duzey = 'mahalle' ORDER BY ad LIMIT 2""").query().listOfRows();
        for (int i = 0; i < 20; i++) parcel(text(two.get(0), "id"));
        String last = parcel(text(two.get(1), "id"));
        JsonNode any = found("9912 ada 10 parsel");
        assertThat(ids(any)).hasSize(20);
        assertThat(any.path("isMore").asBoolean()).isTrue();
        for (String named : List.of(" mahallesi 9912 ada 10 parsel", " Mh. 9912 ada 10 parsel", " Mah. 9912/10")) {
            JsonNode there = found(text(two.get(1), "name") + named);
            assertThat(ids(there)).as(named).startsWith(last);
            assertThat(there.path("records").path(0).path("neighbourhood").asString())
                    .startsWith(text(two.get(1), "name"));
        }
        assertThat(ids(found(text(two.get(1), "name") + " mahallesi 9912/10"))).containsExactly(last);
        assertThat(found(last).path("isMore").asBoolean()).isFalse();
        assertThat(ids(found("9913 ada 1 parsel"))).isEmpty();
    }

    /** Of that neighbourhood and no other, with the number of all such parcels. */
    private String parcel(String neighbourhood) {
        return text(
                city.database()
                        .sql("INSERT INTO working.parsel (tucbs_no, ada_no, parsel_no, mahalle)"
                                + " VALUES (gen_random_uuid(), '9912', '10', ?::uuid) RETURNING tucbs_no::text AS id")
                        .param(neighbourhood)
                        .query()
                        .singleRow(),
                "id");
    }

    @Test
    void aFurtherBuildingOfADoorIsFoundByTheDoorsAddressAndCalledByIt() {
        Map<String, @Nullable Object> door = one("""
                SELECT n.tucbs_no::text AS id, y.ad AS road, n.kapi_no FROM working.numarataj n
                  JOIN working.yol_orta_hat_yon t ON t.tucbs_no = n.yon JOIN working.yol_orta_hat h ON h.tucbs_no = t.orta_hat
                  JOIN working.yol y ON y.tucbs_no = h.yol WHERE n.bina IS NOT NULL AND y.ad <> '' AND n.diger_binalar IS NULL
                 ORDER BY n.row_no DESC LIMIT 1""");
        String further = text(
                one("INSERT INTO working.bina (tucbs_no) VALUES (gen_random_uuid()) RETURNING tucbs_no::text AS id"),
                "id");
        city.database()
                .sql("UPDATE working.numarataj SET diger_binalar = ARRAY[?::uuid] WHERE tucbs_no = ?::uuid")
                .params(further, text(door, "id"))
                .update();
        String address = text(door, "road") + " Sokak No:" + text(door, "kapi_no");
        JsonNode found = found(address);
        assertThat(ids(found)).as(address).contains(text(door, "id"), further);
        assertThat(found(further).path("records").path(0).path("name").asString())
                .isEqualTo(text(door, "road") + " " + text(door, "kapi_no"));
    }

    @Test
    void ofARecordNobodyKnowsOrOfAnotherLayerItIsNotSaidThatNobodyReceivedIt() {
        String id = text(one("SELECT tucbs_no::text AS id FROM working.parsel LIMIT 1"), "id");
        assertThat(read(manager.get(RECEIVED + "?type=parsel&id=" + id), 200).size())
                .isZero();
        assertThat(read(manager.get(RECEIVED + "?type=bina&id=" + id), 404)
                        .path("detail")
                        .asString())
                .contains("Parcels");
        assertThat(read(manager.get(RECEIVED + "?type=bina&id=01a0b1c2-0000-4000-8000-000000000000"), 404)
                        .path("detail")
                        .asString())
                .contains("No record ever had the number");
        assertThat(ids(found("01a0b1c2-0000-4000-8000-000000000000"))).isEmpty();
    }

    private JsonNode found(String asked) {
        return read(manager.get(RECEIVED + "/find?q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8)), 200);
    }

    private static List<String> ids(JsonNode found) {
        return found.path("records")
                .valueStream()
                .map(one -> one.path("id").asString())
                .toList();
    }

    private Map<String, @Nullable Object> one(String sql) {
        return city.database().sql(sql).query().singleRow();
    }

    private static String text(Map<String, @Nullable Object> row, String name) {
        return String.valueOf(row.get(name));
    }

    private static JsonNode read(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }
}
