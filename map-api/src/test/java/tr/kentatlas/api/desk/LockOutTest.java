package tr.kentatlas.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.ops.jobs.Job;

/** Guessing passwords ends soon, is told, and costs the right owner a quarter of an hour at most. */
class LockOutTest {
    private final DeskCity city = DeskCity.shared();
    private final DeskClient client = new DeskClient(city.url());

    @Test
    void theFifthFailureLocksEvenTheRightPasswordOut() {
        DeskCity.Somebody somebody = city.somebody(Role.VIEWER);
        for (int i = 1; i < 5; i++)
            assertThat(client.signIn(somebody.account(), "yanlis" + i).statusCode())
                    .isEqualTo(401);
        HttpResponse<String> locked = client.signIn(somebody.account(), "yanlis5");
        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(locked.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(60, 901);
        assertThat(client.signIn(somebody.account(), somebody.password()).statusCode())
                .isEqualTo(429);
        passTime();
        assertThat(client.signIn(somebody.account(), somebody.password()).statusCode())
                .isEqualTo(204);
    }

    @Test
    void aSuccessForgivesWhatFailedBefore() {
        DeskCity.Somebody somebody = city.somebody(Role.VIEWER);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) client.signIn(somebody.account(), "yanlis");
            assertThat(client.signIn(somebody.account(), somebody.password()).statusCode())
                    .isEqualTo(204);
        }
        passTime();
    }

    @Test
    void aNewPasswordOpensTheAccountAgain() {
        DeskCity.Somebody somebody = city.somebody(Role.VIEWER);
        for (int i = 0; i < 5; i++) client.signIn(somebody.account(), "yanlis");
        String password = city.book().reset(somebody.account());
        assertThat(client.signIn(somebody.account(), password).statusCode()).isEqualTo(204);
        passTime();
    }

    @Test
    void whoReopensAnAccountLetsItsOwnerInAgain() {
        city.somebody(Role.ADMIN); // no city is without one
        DeskCity.Somebody somebody = city.somebody(Role.VIEWER);
        for (int i = 0; i < 5; i++) client.signIn(somebody.account(), "yanlis");
        city.book().reopen(somebody.account());
        assertThat(client.signIn(somebody.account(), somebody.password()).statusCode())
                .isEqualTo(204);
        passTime();
    }

    @Test
    void nobodyLocksAnAccountForOthersFromOnePlace() {
        DeskCity behind = DeskCity.behindProxy();
        DeskCity.Somebody owner = behind.somebody(Role.ADMIN);
        DeskClient somewhere = new DeskClient(behind.url());
        for (int i = 1; i <= 60; i++) somewhere.signInThrough("198.51.100.7", owner.account(), "yanlis");
        assertThat(somewhere
                        .signInThrough("198.51.100.7", owner.account(), owner.password())
                        .statusCode())
                .isEqualTo(429);
        assertThat(somewhere
                        .signInThrough("198.51.100.8", owner.account(), owner.password())
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void anAddressThatIsLockedOutWritesNothingOfTheAccountsItInvents() {
        city.database()
                .sql("INSERT INTO access.sign_in_failure (subject, failures, last_at, locked_until)"
                        + " SELECT 'address ' || a, 50, now(), now() + interval '5 minutes'"
                        + " FROM unnest(ARRAY['127.0.0.1', '0:0:0:0:0:0:0:1', '[0:0:0:0:0:0:0:1]']) a"
                        + " ON CONFLICT (subject) DO UPDATE SET locked_until = excluded.locked_until")
                .update();
        assertThat(client.signIn("kimse-4", "yanlis").statusCode()).isEqualTo(429);
        assertThat(subjectsOf(city, "kimse-4")).isEmpty();
        passTime();
    }

    @Test
    void whoChoosesTheirAddressIsLockedOutAllTheSame() {
        for (int i = 1; i < 5; i++) client.signInThrough("203.0.113." + i, "kimse-1", "yanlis");
        assertThat(client.signInThrough("203.0.113.9", "kimse-1", "yanlis").statusCode())
                .isEqualTo(429);
        assertThat(subjectsOf(city, "kimse-1")).noneMatch(subject -> subject.contains("203.0.113"));
        passTime();
    }

    @Test
    void whatATrustedProxyAddsToTheCallersOwnWordsIsTheAddress() {
        DeskCity behind = DeskCity.behindProxy();
        new DeskClient(behind.url()).signInThrough("198.51.100.7, 203.0.113.5, 127.0.0.9", "kimse-2", "yanlis");
        assertThat(subjectsOf(behind, "kimse-2")).contains("both kimse-2 203.0.113.5");
    }

    @Test
    void whatCountsNoMoreIsForgotten() throws Exception {
        city.database()
                .sql(
                        "INSERT INTO access.sign_in_failure (subject, failures, last_at)"
                                + " VALUES ('both kimse-3 eski', 1, now() - interval '2 days'), ('both kimse-3 yeni', 1, now())")
                .update();
        Job purge = city.web().getBeansOfType(Job.class).values().stream()
                .filter(job -> job.name().equals("lock-out-purge"))
                .findFirst()
                .orElseThrow();
        purge.run();
        assertThat(subjectsOf(city, "kimse-3")).containsExactly("both kimse-3 yeni");
    }

    private static List<String> subjectsOf(DeskCity city, String account) {
        return city.database()
                .sql("SELECT subject FROM access.sign_in_failure WHERE strpos(subject, ?) > 0")
                .param(account)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** As if a quarter of an hour had passed for all locks and counts. */
    private void passTime() {
        city.database()
                .sql("UPDATE access.sign_in_failure SET last_at = last_at - interval '20 minutes',"
                        + " locked_until = locked_until - interval '20 minutes'")
                .update();
    }
}
