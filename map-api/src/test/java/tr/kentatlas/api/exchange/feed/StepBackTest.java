package tr.kentatlas.api.exchange.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.city.City;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.feature.Grant.TypeGrant;
import tr.kentatlas.spatial.feed.Change;
import tr.kentatlas.spatial.feed.Differences;
import tr.kentatlas.spatial.feed.Side;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.WallReader;

/** A difference in which all buildings are new, and all parcels after them changed, told and taken back in pages. */
class StepBackTest {
    private static final int PAGE = 700;
    private static final Moment FIRST = new Moment(1, 1);
    private static final Turns.Turn TURN = new Turns.Turn(2, 2, "publish", Instant.EPOCH, true);

    private final City city = SmallCity.city(SmallCity.database());
    private final Edition edition =
            new Editions(JdbcClient.create(city.open())).find(1).orElseThrow();
    private final Differences differences = new Differences(new WallReader(city.open(), city.named()));
    private final Side had = side(Map.of("parsel", fields("adaNo")));
    private final Side withdrawn =
            side(Map.of("bina", fields("zeminUstuKatSayisi"), "parsel", fields("adaNo", "parselNumarasi")));
    private final Set<UUID> buildings = new HashSet<>();

    @Test
    void aTypeThatIsNewAsAWholeIsTakenBackInAsManyAnswersAsItTakes() {
        Token token = intoParcels();
        assertThat(buildings).hasSizeGreaterThan(2 * PAGE);
        int answers = 0;
        for (; token.place() != null; answers++) token = back(token);
        assertThat(answers).isGreaterThanOrEqualTo(3);
        assertThat(buildings).isEmpty();
        assertThat(token.known()).isEqualTo(FIRST);
    }

    @Test
    void itIsToldAnewWhenTheReleaseIsServedAgainMeanwhile() {
        Token token = intoParcels();
        int all = buildings.size();
        while (!place(token).type().equals("bina")) token = back(token);
        token = back(token);
        assertThat(buildings).hasSizeLessThan(all);
        buildings.clear();
        while (token.place() != null) token = on(token);
        assertThat(buildings).hasSize(all);
    }

    @Test
    void halfOfItIsTakenBackByNobodyWhoWasToldNoMore() {
        Token token = on(known());
        assertThat(place(token).type()).isEqualTo("bina");
        assertThat(stepBack(token).isPossible()).isFalse();
    }

    private Token intoParcels() {
        Token token = on(known());
        while (!place(token).type().equals("parsel")) token = on(token);
        return token;
    }

    private static Token known() {
        return Token.start(5).knowing(FIRST, 0);
    }

    private Token on(Token token) {
        return kept(new StepOn(token, new Moment(2, 1), TURN, had, withdrawn).tell(differences, PAGE, this::apply));
    }

    private Token back(Token token) {
        StepBack back = stepBack(token);
        assertThat(back.isPossible()).isTrue();
        return kept(back.tell(differences, PAGE, this::apply));
    }

    private StepBack stepBack(Token token) {
        return new StepBack(token, place(token), TURN, withdrawn, had);
    }

    private static Token.Place place(Token token) {
        return Objects.requireNonNull(token.place());
    }

    /** As a partner keeps it. */
    private static Token kept(Token token) {
        return Token.read(token.bytes());
    }

    private void apply(Step.Numbered number, Change change) {
        if (!number.type().equals("bina")) return;
        boolean isNew = change.kind() == Change.Kind.INSERT;
        assertThat(isNew ? buildings.add(change.id()) : buildings.remove(change.id()))
                .isTrue();
    }

    private Side side(Map<String, TypeGrant> types) {
        return new Side(edition, new Grant("test", Grant.Audience.NAMED, types));
    }

    private static TypeGrant fields(String... names) {
        return TypeGrant.of(Set.of(names));
    }
}
