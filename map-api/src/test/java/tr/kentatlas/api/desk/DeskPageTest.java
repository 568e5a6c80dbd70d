package tr.kentatlas.api.desk;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.page.Browser;

/** The desk in a real browser: what {@code src/main/web/tests/desk.test.mjs} says an administrator can do on their first day. */
class DeskPageTest {
    private final DeskCity city = DeskCity.shared();

    @Test
    void anAdministratorCanUseTheDeskOnALargeScreenAndOnAPhone() throws Exception {
        Browser.run(
                "desk",
                city.url(),
                Map.of("ACCOUNT_desktop", administrator("yeni-desktop"), "ACCOUNT_phone", administrator("yeni-phone")));
    }

    /** Tells the password. */
    private String administrator(String account) {
        return city.book().open(account, "Yeni Yönetici", Set.of(Role.ADMIN), "test");
    }
}
