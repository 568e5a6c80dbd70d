package tr.kentatlas.api.desk.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.port.WrittenRemark;

/** What the synchronisation has written down of its work is told in the language the page asks for. */
class RegistryRemarksTest {
    private static final String API = "/api/desk/registry";

    private final DeskCity city = DeskCity.shared();
    private final DeskClient steward = city.signedIn(Role.STEWARD);

    @Test
    void aMessageIsToldWithWhatItsAnswerMeans() {
        outbox("verified", "OK", written(Saying.SHOWN_BY_A_READING));
        assertThat(turkish("/outbox")).contains("\"meaning\":\"yapıldı\",\"message\":\"Sonraki bir okumada görüldü.\"");
        assertThat(english("/outbox"))
                .contains("\"meaning\":\"done\",\"message\":\"Shown by a later reading.\"")
                .doesNotContain("shown-by-a-reading");
    }

    @Test
    void theRegistrysOwnWordsStayAsTheyAreAndAreToldAsSuch() {
        outbox("cancelled", "VALIDATION", WrittenRemark.write(Remark.theirs("Ad alanı boş olamaz.")));
        assertThat(turkish("/outbox")).contains("UAVT’nin yanıtı: “Ad alanı boş olamaz.”");
        assertThat(english("/outbox")).contains("The registry answered: “Ad alanı boş olamaz.”");
    }

    @Test
    void wordsOfAnEarlierTimeAreToldAsTheyAre() {
        outbox("cancelled", null, "the registry has it already");
        assertThat(turkish("/outbox")).contains("\"message\":\"the registry has it already\"");
    }

    @Test
    void aReadingIsToldWithItsRemark() {
        long code = city.database()
                .sql("SELECT min(code) FROM registry.neighbourhood")
                .query(Long.class)
                .single();
        JdbcClient database = city.database();
        database.sql(
                        "INSERT INTO registry.pull (neighbourhood, state, started_at, message) VALUES (?, 'failed', now(), ?)"
                                + " ON CONFLICT (neighbourhood) DO UPDATE SET message = excluded.message")
                .params(code, written(Saying.STILL_CHANGING, 6))
                .update();
        assertThat(turkish(""))
                .contains("{\"neighbourhood\":" + code + ",", "\"message\":\"6 okumada da değişmeye devam etti")
                .doesNotContain("\"remark\"");
        assertThat(english("")).contains("\"message\":\"It was still changing after 6 readings");
        database.sql("DELETE FROM registry.pull WHERE neighbourhood = ?")
                .param(code)
                .update();
    }

    @Test
    void theWorkListTellsWordsOfTheApiWhereThePageHasItsOwnAndIsAFileInTheLanguageAskedFor() {
        outbox("rejected", null, written(Saying.KIND_MISSING, "yapiTipi"));
        String task = "\"action\":\"change\",\"level\":\"building\",\"neighbourhood\":1,";
        assertThat(english("/worklist"))
                .contains(task, "\"state\":\"rejected\",\"message\":\"Its kind (yapiTipi) is missing.\"");
        assertThat(turkish("/worklist"))
                .contains(task, "\"state\":\"rejected\",\"message\":\"Türü (yapiTipi) eksik.\"");
        assertThat(english("/worklist.csv"))
                .startsWith("\ufeff\"No.\",\"To do\"")
                .contains(",\"Change\",\"building\",1,", ",\"Its kind (yapiTipi) is missing.\",\"refused\"\r\n");
        assertThat(turkish("/worklist.csv"))
                .startsWith("\ufeff\"Sıra\";\"İşlem\"")
                .contains(";\"Güncelle\";\"bina\";1;", ";\"Türü (yapiTipi) eksik.\";\"reddedildi\"\r\n");
    }

    private String turkish(String path) {
        return steward.speaking("tr").get(API + path).body();
    }

    private String english(String path) {
        return steward.speaking("en").get(API + path).body();
    }

    private static String written(Saying saying, Object... values) {
        return WrittenRemark.write(Remark.of(saying, values));
    }

    private void outbox(String state, @Nullable String result, String message) {
        city.database()
                .sql(
                        "INSERT INTO registry.outbox (level, action, local, neighbourhood, state, result, message, queued_by, reason)"
                                + " VALUES ('building', 'put', gen_random_uuid(), 1, ?, ?, ?, 'deneme', 'deneme')")
                .params(Arrays.asList(state, result, message))
                .update();
    }
}
