package tr.kentatlas.api.desk.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.desk.DeskCity;
import tr.kentatlas.api.desk.DeskClient;

/** Whatever the registry's addresses refuse is said in the language the page asks for. */
class RegistryRefusalsTest {
    private static final String API = "/api/desk/registry/";

    private final DeskCity city = DeskCity.shared();
    private final DeskClient numbering = city.signedIn(Role.NUMBERING);

    /** One refusal: how it is asked for, its status, and what is said of it. */
    private record Refusal(
            String name, int status, Function<DeskClient, HttpResponse<String>> ask, String turkish, String english) {}

    private static Refusal post(String path, String body, int status, String turkish, String english) {
        return new Refusal(path + " " + body, status, client -> client.post(API + path, body), turkish, english);
    }

    private static Refusal get(String path, int status, String turkish, String english) {
        return new Refusal(path, status, client -> client.get(API + path), turkish, english);
    }

    @Test
    void requestsThatCannotBeUsedAreRefusedInBothLanguages() {
        String one = "{\"conflicts\":[{\"conflict\":1,\"mark\":\"m\"}],";
        String unmarked = "{\"conflicts\":[{\"conflict\":1}],\"verdict\":\"ignore\",\"reason\":\"r\"}";
        String reason = "\"reason\":\"r\"}";
        List.of(
                        post("verdicts", "{}", 400, "1 ile 500 arasında uyuşmazlık", "between 1 and 500 conflicts"),
                        post("verdicts/bulk", "{}", 400, "1 ile 500 arasında uyuşmazlık", "between 1 and 500"),
                        post("verdicts/bulk", unmarked, 400, "numarası ve işaretiyle", "its number and its mark"),
                        post("verdicts/bulk", one + "\"verdict\":\"link\"," + reason, 400, "tek tek", "one by one"),
                        post("verdicts/bulk", one + "\"verdict\":\"x\"," + reason, 400, "Karar accept", "verdict is"),
                        post(
                                "verdicts",
                                "{\"conflicts\":[1]}",
                                400,
                                "Gerekçe 1 ile 500 karakter",
                                "reason has between"),
                        post("verdicts", "nonsense", 400, "biçimde JSON gönderin", "send JSON of the form"),
                        post("pull", "{\"neighbourhoods\":[99]}", 400, "99 kodlu bir mahalle", "no neighbourhood 99"),
                        post("held/1/allow", "{" + reason, 400, "(startedAt) belirtilmeli", "(startedAt)."),
                        get("conflicts/alike?kind=C04&level=door", 400, "Bir mahalle ya da", "a neighbourhood or"),
                        get("conflicts/alike?kind=C04&level=ev&street=1", 400, "biri olmalı: street", "one of street"),
                        get("conflicts/alike?level=door&street=1", 400, "'kind' parametresi yok", "'kind' is not"),
                        get("conflicts?kind=C99", 400, "biri olmalı: C03, C04, C11", "one of C03, C04, C11"),
                        get("conflicts?level=ev", 400, "biri olmalı: street", "one of street, building"),
                        get("outbox?state=bekleyen", 400, "biri olmalı: queued", "one of queued, sent"),
                        get("conflicts?neighbourhood=x", 400, "bu değer okunamıyor", "this value cannot be read"))
                .forEach(this::assertToldInBoth);
    }

    @Test
    void whatCannotBeDoneNowIsRefusedInBothLanguages() {
        String allowed = "{\"startedAt\":\"2026-01-01T00:00:00Z\",\"reason\":\"r\"}";
        List.of(
                        get("held/99", 404, "99 kodlu mahallenin bekletilen", "neighbourhood 99 is held back"),
                        post("held/99/allow", allowed, 409, "Hiçbir şey devralınmadı", "Nothing was taken over"),
                        post(
                                "push",
                                "",
                                503,
                                "bağlantısı kurulmamış: KENT_REGISTRY_URL",
                                "is configured: set KENT_REGISTRY_URL"),
                        post("nothing", "", 404, "Bu adreste bir şey yok", "nothing at this address"))
                .forEach(this::assertToldInBoth);
    }

    @Test
    void whoMayNotIsToldSoInBothLanguages() {
        Refusal decide = post("verdicts", "{}", 403, "Sizin göreviniz: İzleyici", "you have viewer");
        assertToldInBoth(decide, city.signedIn(Role.VIEWER));
        Refusal unsigned = get("run", 401, "Önce /desk adresinde oturum açın", "Sign in at /desk first");
        assertToldInBoth(unsigned, new DeskClient(city.url()));
    }

    @Test
    void aDecisionThatIsNotCarriedOutIsRefusedInBothLanguages() {
        long missing = conflict("C04", "gen_random_uuid()", "NULL");
        long several = conflict("C16", "NULL", "5");
        long gone = conflict("C03", "NULL", "5");
        long stale = conflict("C22", "gen_random_uuid()", "5");
        String send = ",\"verdict\":\"send-local\",\"reason\":\"r\"}";
        String take = ",\"verdict\":\"accept-remote\",\"reason\":\"r\"}";
        String link = ",\"verdict\":\"link\",\"reason\":\"r\"}";
        String past = ",\"verdict\":\"ignore\",\"until\":\"2020-01-01\",\"reason\":\"r\"}";
        String code = ",\"verdict\":\"link\",\"code\":77,\"reason\":\"r\"}";
        List.of(
                        verdict(0, send, "0 no.lu uyuşmazlık açık değil", "Conflict 0 is not open"),
                        verdict(missing, past, "2020-01-01 gününe kadar", "until 2020-01-01"),
                        verdict(several, send, "Birden çok aday", "several candidates"),
                        verdict(gone, take, "Siz baktıktan sonra değişti", "It has changed since"),
                        verdict(stale, take, "Siz baktıktan sonra değişti", "It has changed since"),
                        verdict(several, link, "hangi nesnesi", "Which of the city's objects"),
                        verdict(missing, link, "hangi kaydı", "Which row of the registry"),
                        verdict(missing, code, "77 kodlu açık bir kapı yok", "no active door 77"))
                .forEach(this::assertToldInBoth);
        String bulk = "{\"conflicts\":[{\"conflict\":" + missing + ",\"mark\":\"m\"}]" + send;
        assertToldInBoth(post("verdicts/bulk", bulk, 200, "Siz baktıktan sonra değişti", "It has changed since"));
    }

    @Test
    void whoAsksForNoLanguageIsRefusedInEnglish() {
        HttpResponse<String> answer = city.signedIn(Role.NUMBERING).post(API + "push", "");
        assertThat(answer.body()).contains("No registry is configured").contains("\"title\":\"Service Unavailable\"");
        assertThat(numbering.speaking("tr").post(API + "push", "").body())
                .contains("\"title\":\"Şu anda yanıt verilemiyor\"");
    }

    private static Refusal verdict(long conflict, String rest, String turkish, String english) {
        return post("verdicts", "{\"conflicts\":[" + conflict + "]" + rest, 200, turkish, english);
    }

    private void assertToldInBoth(Refusal refusal) {
        assertToldInBoth(refusal, numbering);
    }

    private static void assertToldInBoth(Refusal refusal, DeskClient client) {
        HttpResponse<String> turkish = refusal.ask.apply(client.speaking("tr-TR,tr;q=0.9,en;q=0.8"));
        HttpResponse<String> english = refusal.ask.apply(client.speaking("en-GB,en;q=0.9,tr;q=0.8"));
        assertThat(turkish.statusCode()).as(refusal.name).isEqualTo(refusal.status);
        assertThat(english.statusCode()).as(refusal.name).isEqualTo(refusal.status);
        assertThat(turkish.body()).contains(refusal.turkish).doesNotContain(refusal.english);
        assertThat(english.body()).contains(refusal.english).doesNotContain(refusal.turkish);
    }

    private long conflict(String kind, String local, String code) {
        return city.database()
                .sql(
                        "INSERT INTO registry.conflict (kind, level, local, code, neighbourhood, detail, changed_by) VALUES ('"
                                + kind + "', 'door', " + local + ", " + code + ", 1, '{}', 'unknown')"
                                + " RETURNING conflict_no")
                .query(Long.class)
                .single();
    }
}
