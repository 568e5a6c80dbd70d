package tr.kentatlas.registry.port;

import java.util.Set;

/**
 * Sends the city's own address components to the national registry. No method throws for what the registry answers or fails to answer:
 * the outcome says whether it is done, refused, surely not done, or unknown.
 */
public interface RegistryWritePort {

    /** What this registry can do beyond taking writes. */
    Set<Capability> capabilities();

    /** Adds or changes a road with its centre lines and their sides. */
    WriteOutcome putRoad(RoadWrite road, RequestKey key);

    /** Adds or changes a building. */
    WriteOutcome putBuilding(BuildingWrite building, RequestKey key);

    /** Adds or changes a door number. */
    WriteOutcome putDoor(DoorWrite door, RequestKey key);

    /** Adds or changes a unit of a building. */
    WriteOutcome putUnit(UnitWrite unit, RequestKey key);

    /** Ends a component; the registry keeps its code as retired. */
    WriteOutcome retire(Retirement retirement, RequestKey key);

    /**
     * What became of an earlier request; only with {@link Capability#LOOK_UP}. {@link WriteOutcome.NotDone} with {@link
     * ResultCode#NOT_FOUND} says that it never arrived.
     */
    WriteOutcome lookUp(RequestKey key);
}
