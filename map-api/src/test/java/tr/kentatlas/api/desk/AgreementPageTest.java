package tr.kentatlas.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.access.Role;

/** Agreements at the desk in a real browser, from the wizard to the partner's key and the auditor's questions. */
class AgreementPageTest {

    @Test
    void aManagerOfAgreementsWritesOneAndThePartnerUsesIt() throws Exception {
        DeskCity city = DeskCity.with(Map.of());
        try (var web = city.web()) {
            assertThat(web.isRunning()).isTrue();
            DeskCity.Somebody manager = city.somebody(Role.AGREEMENTS);
            DeskCity.Somebody auditor = city.somebody(Role.AUDITOR);
            ProcessBuilder browser = new ProcessBuilder("node", "--test", "tests/agreements.test.mjs")
                    .directory(Path.of("src/main/web").toFile())
                    .redirectErrorStream(true);
            browser.environment()
                    .putAll(Map.of(
                            "BASE_URL", city.url(),
                            "ACCOUNT", manager.account(),
                            "PASSWORD", manager.password(),
                            "AUDITOR", auditor.account(),
                            "AUDITOR_PASSWORD", auditor.password()));
            Process run = browser.start();
            String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(run.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(run.exitValue()).as(output).isZero();
        }
    }
}
