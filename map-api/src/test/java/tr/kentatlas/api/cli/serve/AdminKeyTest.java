package tr.kentatlas.api.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.cli.report.UserError;

class AdminKeyTest {
    @Test
    void aKeyThatCouldBeGuessedIsRefusedWithOneThatCannot() {
        assertThatThrownBy(() -> AdminKey.in(Map.of("KENT_ADMIN_KEY", "belediye2026")))
                .isInstanceOf(UserError.class)
                .hasMessageMatching("KENT_ADMIN_KEY .* 32 characters .* [0-9a-f]{32}")
                .hasMessageNotContaining("belediye2026");
    }

    @Test
    void aLongOneIsTakenAndNoneOpensNothing() {
        String key = "k".repeat(AdminKey.SHORTEST);
        assertThat(AdminKey.in(Map.of("KENT_ADMIN_KEY", key)).reveal()).isEqualTo(key);
        assertThat(AdminKey.in(Map.of()).reveal()).isEmpty();
    }
}
