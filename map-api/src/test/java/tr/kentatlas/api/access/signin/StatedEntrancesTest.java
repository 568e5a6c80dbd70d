package tr.kentatlas.api.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.http.Open;

/** An address says who may call it, or nothing starts. */
class StatedEntrancesTest {
    @Test
    void anAddressThatStatesNothingIsRefusedByItsName() throws NoSuchMethodException {
        HandlerMethod silent = new HandlerMethod(new Silent(), "answer");
        assertThatThrownBy(() -> StatedEntrances.require(silent))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Silent#answer")
                .hasMessageContaining("does not state who may call it");
    }

    @Test
    void whatAMethodStatesCountsBeforeWhatItsClassDoes() throws NoSuchMethodException {
        assertThat(StatedEntrances.require(new HandlerMethod(new Stating(), "own")))
                .isInstanceOf(Permits.class);
        assertThat(StatedEntrances.require(new HandlerMethod(new Stating(), "ofTheClass")))
                .isInstanceOf(Open.class);
    }

    static class Silent {
        public void answer() {}
    }

    @Open
    static class Stating {
        @Permits(Role.ADMIN)
        public void own() {}

        public void ofTheClass() {}
    }
}
