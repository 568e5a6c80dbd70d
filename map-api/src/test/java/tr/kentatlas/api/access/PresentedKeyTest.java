package tr.kentatlas.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tr.kentatlas.api.problem.Problem;

class PresentedKeyTest {
    @Test
    void theKeyIsTheBearerToken() {
        assertThat(PresentedKey.parse("Bearer kent_abc").token()).isEqualTo("kent_abc");
        assertThat(PresentedKey.parse("bearer kent_abc").token()).isEqualTo("kent_abc");
    }

    @Test
    void orThePasswordWhoeverTheUserIs() {
        assertThat(PresentedKey.parse("Basic " + encoded("Ayşe:kent_a:b")).token())
                .isEqualTo("kent_a:b");
        assertThat(PresentedKey.parse("BASIC " + encoded(":kent_abc")).token()).isEqualTo("kent_abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "kent_abc", "Bearer", "Basic", "Basic !!!", "Basic a2VudA==", "Digest a=b", "Token kent_abc"
            })
    void anythingElseIsToldHow(String header) {
        assertThatThrownBy(() -> PresentedKey.parse(header))
                .isInstanceOf(Problem.class)
                .hasMessage("access.key-form");
    }

    private static String encoded(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
