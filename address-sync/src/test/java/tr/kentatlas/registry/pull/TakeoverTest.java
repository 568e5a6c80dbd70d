package tr.kentatlas.registry.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.port.RegisteredSide;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.Revision;
import tr.kentatlas.registry.port.Side;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.store.schema.Migrations;
import tr.kentatlas.testsupport.PostgisServer;

class TakeoverTest {
    private static final long PLACE = 170_001;

    private final JdbcClient jdbc = JdbcClient.create(PostgisServer.shared()
            .newDatabase(PostgisServer.shared().template("registry", db -> new Migrations(db, 5255).migrate())));

    @Test
    void aSideThatAnotherStreetListsIsNotLostWhenItsOwnComesOnALaterPage() {
        read(street(1, side(11, null), side(12, 2L)), street(2, side(21, null)));
        assertThat(sides()).isEqualTo("11/1 12/2 21/2");
        read(street(2, side(21, null)), street(1, side(11, null), side(12, 2L)));
        assertThat(sides()).isEqualTo("11/1 12/2 21/2");
    }

    @Test
    void aSideThatNoStreetTellsAnyMoreIsGoneWithTheReadingAndNotBefore() {
        read(street(1, side(11, null), side(12, null)));
        page(street(1, side(11, null)));
        assertThat(sides()).isEqualTo("11/1 12/1");
        takeOver();
        assertThat(sides()).isEqualTo("11/1");
    }

    @Test
    void aReadingThatIsBegunAnewForgetsTheSidesItSaw() {
        page(street(1, side(11, null)));
        Cursor.begin(jdbc, PLACE, 2, null, null);
        takeOver();
        assertThat(sides()).isEmpty();
    }

    @Test
    void aStreetThatTellsNoSidesKeepsThoseThatAreKnown() {
        read(street(1, side(11, null)));
        read(street(1));
        assertThat(sides()).isEqualTo("11/1");
    }

    private void read(RegisteredStreet... pages) {
        for (RegisteredStreet street : pages) page(street);
        takeOver();
    }

    private void page(RegisteredStreet street) {
        new Incoming(jdbc, PLACE, new KindWords(ModelReader.read())).take(List.of(street));
    }

    private void takeOver() {
        new Takeover(jdbc, PLACE).run(1L, 0);
    }

    private String sides() {
        return jdbc.sql("SELECT coalesce(string_agg(code || '/' || street, ' ' ORDER BY code), '') FROM registry.side")
                .query(String.class)
                .single();
    }

    private static RegisteredStreet street(long code, RegisteredSide... sides) {
        return new RegisteredStreet(
                code, null, PLACE, "LALE", null, null, "4", List.of(sides), null, Revision.active(1));
    }

    private static RegisteredSide side(long code, @Nullable Long street) {
        return new RegisteredSide(code, 5, Side.LEFT, PLACE, street, "9" + code);
    }
}
