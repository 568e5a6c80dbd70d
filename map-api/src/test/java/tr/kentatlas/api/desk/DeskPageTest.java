package tr.kentatlas.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.access.Role;

/** The desk in a real browser: what {@code src/main/web/tests/desk.test.mjs} says an administrator can do on their first day. */
class DeskPageTest {
    private final DeskCity city = DeskCity.shared();

    @Test
    void anAdministratorCanUseTheDeskOnALargeScreenAndOnAPhone() throws Exception {
        ProcessBuilder browser = new ProcessBuilder("node", "--test", "tests/desk.test.mjs")
                .directory(Path.of("src/main/web").toFile())
                .redirectErrorStream(true);
        browser.environment().put("BASE_URL", city.url());
        for (String screen : new String[] {"desktop", "phone"})
            browser.environment()
                    .put(
                            "ACCOUNT_" + screen,
                            city.book().open("yeni-" + screen, "Yeni Yönetici", Set.of(Role.ADMIN), "test"));
        Process run = browser.start();
        String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).as(output).isZero();
    }
}
