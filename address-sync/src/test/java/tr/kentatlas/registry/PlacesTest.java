package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import tr.kentatlas.registry.conflict.Conflict;
import tr.kentatlas.registry.conflict.Verdict;
import tr.kentatlas.registry.conflict.VerdictRefused;
import tr.kentatlas.registry.conflict.VerdictRefused.Why;
import tr.kentatlas.registry.port.RegisteredBuilding;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.Revision;

/** Where something is, on which side of the street, what a building is called, and what one side alone tells, is compared, sent and taken over. */
class PlacesTest extends RegisteredCity {
    private static final Verdict ACCEPTED = new Verdict.AcceptRemote("kayıt doğru");
    private static final Verdict SENT = new Verdict.SendLocal("belediye doğru");

    @Test
    void aDoorThatMovedHereIsAskedAboutAndSent() {
        DoorPlace.move(city, door(), 40);
        Conflict moved = only();
        assertThat(moved.detail()).contains("\"place\"", "40.0");
        assertThat(moved.changedBy()).isEqualTo("local");
        send(moved);
        assertThat(DoorPlace.of(city, door())
                        .distance(Objects.requireNonNull(theirDoor().position())))
                .isLessThan(1e-7);
    }

    @Test
    void whatLiesAMetreApartIsInOnePlace() {
        DoorPlace.move(city, door(), 1);
        assertThat(sync.compared()).isEmpty();
    }

    @Test
    void anOutlineThatChangedThereIsAskedAboutAndTakenOver() {
        footprint(shape -> shape.buffer(0.0001));
        Conflict larger = only();
        assertThat(larger.detail()).contains("\"place\"", "m²");
        decide(larger, ACCEPTED);
        assertThat(sync.compared()).isEmpty();
        assertThat(city.count("working.bina WHERE tucbs_no = ? AND ST_Area(geom) > 100", building()))
                .isEqualTo(1);
    }

    @Test
    void aPlaceThatOnlyTheCityTellsIsSentOrLeft() {
        RegisteredDoor there = theirDoor();
        registry.change((truth, revision) ->
                truth.doors.put(there.code(), door(there, null, there.side(), revision.version())));
        Conflict conflict = only();
        assertThatThrownBy(() -> decide(conflict, ACCEPTED))
                .isInstanceOfSatisfying(
                        VerdictRefused.class, no -> assertThat(no.why()).isEqualTo(Why.NO_PLACE_THERE));
        send(conflict);
        assertThat(theirDoor()).extracting(RegisteredDoor::position).isNotNull();
    }

    @Test
    void whatMovedThereWithoutANewVersionIsSeen() {
        RegisteredDoor there = theirDoor();
        Point elsewhere = (Point) Objects.requireNonNull(there.position()).copy();
        elsewhere.apply((CoordinateFilter) at -> at.y += 0.001);
        elsewhere.geometryChanged();
        registry.change((truth, revision) -> truth.doors.put(
                there.code(),
                door(there, elsewhere, there.side(), there.revision().version())));
        decide(only(), ACCEPTED);
        assertThat(sync.compared()).isEmpty();
        assertThat(DoorPlace.of(city, door()).distance(elsewhere)).isLessThan(1e-7);
    }

    @Test
    void namesOfBuildingsAreComparedOnceBothTellAny() {
        city.edit("bina", building(), "adi", "Çınar Apartmanı");
        assertThat(sync.compared()).as("the registry names no building").isEmpty();
        UUID other = one("bina", "2");
        name(other, "PAMUK APARTMANI");
        decide(only(), ACCEPTED);
        assertThat(city.count("working.bina WHERE tucbs_no = ? AND adi = 'PAMUK APARTMANI'", other))
                .isEqualTo(1);
        city.edit("bina", building(), "adi", "Çınar Konağı");
        send(only());
        city.edit("bina", other, "adi", "Pamuk Apartmanı");
        assertThat(sync.compared()).as("only written otherwise").isEmpty();
    }

    @Test
    void aValueThatOneSideDoesNotTellIsTakenOver() {
        city.edit("bina", building(), "kat_ustu", null);
        decide(only(), ACCEPTED);
        assertThat(city.count("working.bina WHERE tucbs_no = ? AND kat_ustu = 4", building()))
                .isEqualTo(1);
    }

    @Test
    void aDoorOnTheOtherSideOfTheStreetIsAskedAbout() {
        Long before = theirDoor().side();
        city.edit("numarataj", door(), "yon", otherSide());
        Conflict conflict = only();
        assertThat(conflict.detail()).contains("LEFT", "RIGHT");
        send(conflict);
        assertThat(theirDoor().side()).isNotNull().isNotEqualTo(before);
        RegisteredDoor there = theirDoor();
        registry.change((truth, revision) ->
                truth.doors.put(there.code(), door(there, there.position(), before, revision.version())));
        decide(only(), ACCEPTED);
        assertThat(sync.compared()).isEmpty();
    }

    @Test
    void aSideDoorThatLostItsMainDoorHereIsAskedAbout() {
        UUID side = sideDoor("1/A");
        sideDoor("1/B");
        sync.compared().forEach(one -> decide(one, SENT));
        arrive();
        city.edit("numarataj", side, "ust_numarataj", null);
        Conflict conflict = only();
        assertThat(conflict.detail()).contains("\"mainDoor\"");
        decide(conflict, ACCEPTED);
        assertThat(city.count("working.numarataj WHERE tucbs_no = ? AND ust_numarataj = ?", side, door()))
                .isEqualTo(1);
    }

    private UUID sideDoor(String number) {
        UUID side = city.door(sideOfStreet(), number, building());
        city.edit("numarataj", side, "ust_numarataj", door());
        return side;
    }

    private void footprint(UnaryOperator<Geometry> change) {
        change(
                building(),
                b -> new RegisteredBuilding(
                        b.code(),
                        b.neighbourhood(),
                        b.name(),
                        b.kind(),
                        b.condition(),
                        b.floorsAbove(),
                        b.floorsBelow(),
                        change.apply(Objects.requireNonNull(b.footprint())),
                        b.revision()));
    }

    private void name(UUID building, String name) {
        change(
                building,
                b -> new RegisteredBuilding(
                        b.code(),
                        b.neighbourhood(),
                        name,
                        b.kind(),
                        b.condition(),
                        b.floorsAbove(),
                        b.floorsBelow(),
                        b.footprint(),
                        b.revision()));
    }

    private void change(UUID building, UnaryOperator<RegisteredBuilding> change) {
        long code = code(building);
        registry.change((truth, revision) -> truth.buildings.computeIfPresent(
                code,
                (c, known) -> truth.with(change.apply(known), Objects.requireNonNull(known.floorsAbove()), revision)));
    }

    private static RegisteredDoor door(RegisteredDoor d, @Nullable Point position, @Nullable Long side, long version) {
        return new RegisteredDoor(
                d.code(),
                d.neighbourhood(),
                d.street(),
                side,
                d.building(),
                d.mainDoor(),
                d.number(),
                d.kind(),
                position,
                Revision.active(version));
    }

    private RegisteredDoor theirDoor() {
        return Objects.requireNonNull(registry.truth().doors.get(code(door())));
    }

    private long code(UUID object) {
        return city.jdbc
                .sql("SELECT code FROM registry.link WHERE ended_at IS NULL AND local = ?")
                .param(object)
                .query(Long.class)
                .single();
    }

    private UUID door() {
        return one("tucbs_no", "1");
    }

    private UUID building() {
        return one("bina", "1");
    }

    private UUID sideOfStreet() {
        return one("yon", "1");
    }

    private UUID one(String column, String number) {
        return city.jdbc
                .sql("SELECT " + column + " FROM working.numarataj WHERE kapi_no = ?")
                .param(number)
                .query(UUID.class)
                .single();
    }

    private UUID otherSide() {
        return city.jdbc
                .sql(
                        "SELECT o.tucbs_no FROM working.yol_orta_hat_yon s JOIN working.yol_orta_hat_yon o USING (orta_hat)"
                                + " WHERE s.tucbs_no = ? AND o.tucbs_no <> s.tucbs_no")
                .param(sideOfStreet())
                .query(UUID.class)
                .single();
    }

    private Conflict only() {
        sync.pull();
        List<Conflict> open = sync.compared();
        assertThat(open).hasSize(1);
        return open.getFirst();
    }

    private void send(Conflict conflict) {
        decide(conflict, SENT);
        arrive();
    }

    private void arrive() {
        sync.push();
        sync.pull();
        assertThat(sync.compared()).isEmpty();
    }

    private void decide(Conflict conflict, Verdict decision) {
        sync.verdicts.decide(conflict.number(), decision, Sync.BY, () -> {});
    }
}
