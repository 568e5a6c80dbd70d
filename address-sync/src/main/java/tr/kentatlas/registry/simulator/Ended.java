package tr.kentatlas.registry.simulator;

import tr.kentatlas.registry.port.RegisteredBuilding;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.RegisteredUnit;
import tr.kentatlas.registry.port.Revision;

/** Rows as they look once they are retired. */
final class Ended {
    private Ended() {}

    private static Revision of(Revision revision) {
        return new Revision(false, revision.version(), revision.updatedOn(), revision.successor());
    }

    static RegisteredStreet of(RegisteredStreet row) {
        return with(row, of(row.revision()));
    }

    static RegisteredBuilding of(RegisteredBuilding row) {
        return with(row, of(row.revision()));
    }

    static RegisteredDoor of(RegisteredDoor row) {
        return with(row, of(row.revision()));
    }

    static RegisteredUnit of(RegisteredUnit row) {
        return with(row, of(row.revision()));
    }

    static RegisteredStreet with(RegisteredStreet row, Revision revision) {
        return new RegisteredStreet(
                row.code(),
                row.road(),
                row.neighbourhood(),
                row.name(),
                row.secondName(),
                row.oldName(),
                row.kind(),
                row.sides(),
                row.centreLines(),
                revision);
    }

    static RegisteredBuilding with(RegisteredBuilding row, Revision revision) {
        return new RegisteredBuilding(
                row.code(),
                row.neighbourhood(),
                row.name(),
                row.kind(),
                row.condition(),
                row.floorsAbove(),
                row.floorsBelow(),
                row.footprint(),
                revision);
    }

    static RegisteredDoor with(RegisteredDoor row, Revision revision) {
        return new RegisteredDoor(
                row.code(),
                row.neighbourhood(),
                row.street(),
                row.side(),
                row.building(),
                row.otherConstruction(),
                row.parcel(),
                row.mainDoor(),
                row.number(),
                row.kind(),
                row.position(),
                revision);
    }

    static RegisteredUnit with(RegisteredUnit row, Revision revision) {
        return new RegisteredUnit(
                row.addressNo(),
                row.neighbourhood(),
                row.building(),
                row.door(),
                row.number(),
                row.floor(),
                row.use(),
                row.kind(),
                row.condition(),
                revision);
    }
}
