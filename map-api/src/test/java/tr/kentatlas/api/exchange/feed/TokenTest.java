package tr.kentatlas.api.exchange.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TokenTest {
    private static final UUID ID = UUID.fromString("0f0e0d0c-0b0a-4908-8706-050403020100");

    @Test
    void aTokenSaysTheSameAfterItWasKept() {
        Token between = new Token(5, new Moment(3, 1), 12_000, null);
        Token within = between.at(new Token.Place(new Moment(4, 1), 7, "bina", ID, false));
        Token back = between.at(new Token.Place(new Moment(4, 1), 7, "bina", ID, true));
        for (Token token : List.of(between, within, back))
            assertThat(Token.read(token.bytes())).isEqualTo(token);
    }

    @Test
    void aTokenOfBeforeTheWayBackWasMarkedLeadsOn() {
        assertThat(Token.read(bytes("3.100.5.3.1/4.1.7.bina." + ID)).place())
                .isEqualTo(new Token.Place(new Moment(4, 1), 7, "bina", ID, false));
    }

    @Test
    void aTokenThatDidNotCountStillLeadsOnAndRepeatsNoNumber() {
        Token between = Token.read(bytes("2.5.3.1"));
        assertThat(between.agreement()).isEqualTo(5);
        assertThat(between.known()).isEqualTo(new Moment(3, 1));
        Token within = Token.read(bytes("2.5.3.1/4.1.7.bina." + ID));
        assertThat(within.place()).isEqualTo(new Token.Place(new Moment(4, 1), 7, "bina", ID, false));
        assertThat(Tally.on(within, new Moment(4, 1), 10).count("bina", ID).count())
                .isGreaterThan(1_000_000_000);
    }

    @Test
    void anythingElseIsNoToken() {
        for (String wrong : new String[] {"", "1.5.3.1", "3.5.3.1", "3.0.5.3.1/4.1.7.bina", "3.0.5.3.1 "})
            assertThatThrownBy(() -> Token.read(bytes(wrong))).as(wrong).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
