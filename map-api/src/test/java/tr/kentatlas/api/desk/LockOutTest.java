package tr.kentatlas.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.access.Role;

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

    /** As if a quarter of an hour had passed for all locks and counts. */
    private void passTime() {
        city.database()
                .sql("UPDATE access.sign_in_failure SET last_at = last_at - interval '20 minutes',"
                        + " locked_until = locked_until - interval '20 minutes'")
                .update();
    }
}
