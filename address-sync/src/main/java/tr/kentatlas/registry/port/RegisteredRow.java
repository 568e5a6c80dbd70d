package tr.kentatlas.registry.port;

/** A row of the registry in one neighbourhood. */
public sealed interface RegisteredRow permits RegisteredStreet, RegisteredBuilding, RegisteredDoor, RegisteredUnit {
    /** National code of the neighbourhood it is listed in. */
    long neighbourhood();

    Revision revision();
}
