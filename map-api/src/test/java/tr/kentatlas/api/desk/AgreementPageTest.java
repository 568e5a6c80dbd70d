package tr.kentatlas.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.page.Browser;

/** Agreements at the desk in a real browser, from the wizard to the partner's key and the auditor's questions. */
class AgreementPageTest {

    @Test
    void aManagerOfAgreementsWritesOneAndThePartnerUsesIt() throws Exception {
        DeskCity city = DeskCity.with(Map.of());
        try (var web = city.web()) {
            assertThat(web.isRunning()).isTrue();
            DeskCity.Somebody manager = city.somebody(Role.AGREEMENTS);
            DeskCity.Somebody auditor = city.somebody(Role.AUDITOR);
            Browser.run(
                    "agreements",
                    city.url(),
                    Map.of(
                            "ACCOUNT", manager.account(),
                            "PASSWORD", manager.password(),
                            "AUDITOR", auditor.account(),
                            "AUDITOR_PASSWORD", auditor.password()));
        }
    }
}
