package tr.kentatlas.registry.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenRemarkTest {
    private static final String PIECES = "\"\\\0[]{},:–Ğİ\n ";

    private final Random random = new Random(20261121);

    @Test
    void whatIsWrittenIsReadAsTheSame() {
        for (int n = 0; n < 20_000; n++) {
            Remark remark = remark(3);
            assertThat(WrittenRemark.read(WrittenRemark.write(remark))).isEqualTo(remark);
        }
    }

    @Test
    void noCharacterIsWrittenThatADatabaseTakesNowhere() {
        assertThat(WrittenRemark.write(Remark.theirs("a\0b"))).doesNotContain("\0");
    }

    @Test
    void valuesStandWithTheirKind() {
        assertThat(WrittenRemark.write(Remark.of(Saying.WAITS_FOR, Level.DOOR, "5")))
                .isEqualTo("{'say':'waits-for','with':[{'level':'door'},'5']}".replace('\'', '"'));
        Remark inner = Remark.of(Saying.FAILURE_WITHOUT_WORDS, ResultCode.BUSY_RETRY);
        assertThat(WrittenRemark.write(Remark.of(Saying.NOT_ANSWERING, inner)))
                .isEqualTo(
                        "{'say':'not-answering','with':[{'say':'failure-without-words','with':[{'result':'busy-retry'}]}]}"
                                .replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "null",
                "shown by a later reading",
                "{}",
                "{'say':'of-another-time','with':[]}",
                "{'say':'their-words'}",
                "{'say':'their-words','with':['a'",
                "{'say':'their-words','with':['a','b']}",
                "{'say':'their-words','with':['a']} and more",
                "{'say':'their-words','with':[5]}",
                "{'say':'failure-without-words','with':[{'result':'other'}]}",
                "{'say':'failure-without-words','with':[{'level':null}]}"
            })
    void anythingElseIsReadAsTheWordsItIs(String quoted) {
        String plain = quoted.replace('\'', '"');
        assertThat(WrittenRemark.read(plain)).isEqualTo(Remark.of(Saying.AS_WRITTEN, plain));
    }

    @Test
    void remarksWithoutEndAreNotTakenApart() {
        String endless = "{'say':'not-answering','with':[".replace('\'', '"').repeat(100_000);
        assertThat(WrittenRemark.read(endless).saying()).isEqualTo(Saying.AS_WRITTEN);
    }

    @Test
    void aRemarkHasTheValuesItIsToldWithAndAnEnd() {
        assertThatThrownBy(() -> Remark.of(Saying.WAITS_FOR, Level.DOOR)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> nested(Remark.DEEPEST + 1)).isInstanceOf(IllegalArgumentException.class);
        Remark deepest = nested(Remark.DEEPEST);
        assertThat(WrittenRemark.read(WrittenRemark.write(deepest))).isEqualTo(deepest);
    }

    private static Remark nested(int depth) {
        return IntStream.range(0, depth)
                .boxed()
                .reduce(
                        Remark.of(Saying.RESTING),
                        (inner, n) -> Remark.of(Saying.NOT_ANSWERING, inner),
                        (one, other) -> other);
    }

    private Remark remark(int depth) {
        Saying saying = any(List.of(Saying.values()));
        List<Object> values = new ArrayList<>();
        for (int n = 0; n < saying.takes(); n++) values.add(value(depth));
        return new Remark(saying, values);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 4 : 3)) {
            case 0 -> any(List.of(Level.values()));
            case 1 -> any(List.of(ResultCode.values()));
            case 2 -> text();
            default -> remark(depth - 1);
        };
    }

    /** Mostly what has a meaning in the written form, and any other character. */
    private String text() {
        return random.ints(random.nextInt(12))
                .mapToObj(n -> (n & 3) == 0
                        ? Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1))
                        : (n & 3) == 1
                                ? any(List.of(Saying.values())).word()
                                : String.valueOf(PIECES.charAt(random.nextInt(PIECES.length()))))
                .collect(Collectors.joining());
    }
}
