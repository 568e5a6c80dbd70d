package tr.kentatlas.registry.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredSide;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.RegisteredUnit;
import tr.kentatlas.registry.port.Revision;
import tr.kentatlas.registry.port.Side;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.store.schema.Migrations;
import tr.kentatlas.testsupport.PostgisServer;

class IncomingTest {
    private static final long PLACE = 170_001;

    private static final Point POINT = new GeometryFactory().createPoint(new Coordinate(32.5, 39.9));

    private final JdbcClient jdbc = JdbcClient.create(PostgisServer.shared()
            .newDatabase(PostgisServer.shared().template("registry", db -> new Migrations(db, 5255).migrate())));
    private final Incoming incoming = new Incoming(jdbc, PLACE, new KindWords(ModelReader.read()));

    @Test
    void theHigherVersionOfARowThatComesTwiceStays() {
        incoming.take(List.of(unit("1", 5), unit("3", 7), unit("2", 6)));
        assertThat(label()).isEqualTo("3");
        incoming.take(List.of(unit("4", 6)));
        assertThat(label()).isEqualTo("3");
        incoming.take(List.of(unit("5", 8)));
        assertThat(label()).isEqualTo("5");
    }

    @Test
    void everyNameOfAStreetIsKeptUnderItsFoldedForm() {
        RegisteredSide own = new RegisteredSide(11, 12, Side.LEFT, PLACE, null, "900");
        RegisteredSide other = new RegisteredSide(13, 12, Side.RIGHT, PLACE, 99L, "901");
        incoming.take(List.of(new RegisteredStreet(
                1,
                2L,
                PLACE,
                " LALE ",
                "GÜL, \"{1}\"",
                "ESKİ  YOL",
                "4",
                List.of(own, other),
                null,
                Revision.active(1))));
        assertThat(text("SELECT array_to_string(aliases, '|') FROM registry.incoming"))
                .contains("|eski yol");
        assertThat(label()).isEqualTo("LALE");
        assertThat(text("SELECT string_agg(street::text, ' ' ORDER BY code) FROM registry.incoming_side"))
                .isEqualTo("1 99");
    }

    @Test
    void whatADoorTellsArrivesAndWhatItDoesNotTellStaysEmpty() {
        Revision retired = new Revision(false, 4, LocalDate.of(2026, 3, 1), 8L);
        incoming.take(List.of(new RegisteredDoor(5, PLACE, 1, null, null, null, "12/A", "1", POINT, retired)));
        assertThat(text(
                        "SELECT concat_ws(' ', label, key, active, version, updated_on, successor, ST_AsText(geom), aliases)"
                                + " FROM registry.incoming WHERE building IS NULL AND side IS NULL AND detail IS NULL"))
                .isEqualTo("12/A 12/A f 4 2026-03-01 8 POINT(32.5 39.9) {}");
    }

    @Test
    void aNumberOfOursIsKeptAsWeSpellItAndAnyOtherWordAsItCame() {
        incoming.take(List.of(of(5, "4F0C1B2A-99AB-5CDE-8F00-00112233AABB"), of(6, "ADA-7")));
        assertThat(text("SELECT string_agg(other_construction, ' ' ORDER BY code) FROM registry.incoming"))
                .isEqualTo("4f0c1b2a-99ab-5cde-8f00-00112233aabb ADA-7");
    }

    private static RegisteredDoor of(long code, String otherConstruction) {
        return new RegisteredDoor(
                code, PLACE, 1, null, null, otherConstruction, null, null, "12", "1", POINT, Revision.active(1));
    }

    private static RegisteredUnit unit(String number, long version) {
        return new RegisteredUnit(
                4_000_000_000L, PLACE, null, null, number, 2, null, " ", null, Revision.active(version));
    }

    private String label() {
        return text("SELECT label FROM registry.incoming");
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
