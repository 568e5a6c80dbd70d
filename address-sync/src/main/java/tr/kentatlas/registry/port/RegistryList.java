package tr.kentatlas.registry.port;

/** What a registry lists of a neighbourhood, a page at a time; the type says which rows a list brings. */
public record RegistryList<T extends RegisteredRow>(Level level, Class<T> row) {
    /** Streets that run in a neighbourhood. */
    public static final RegistryList<RegisteredStreet> STREETS =
            new RegistryList<>(Level.STREET, RegisteredStreet.class);

    /** Buildings with a door on a street of the neighbourhood, or standing in it without one. */
    public static final RegistryList<RegisteredBuilding> BUILDINGS =
            new RegistryList<>(Level.BUILDING, RegisteredBuilding.class);

    /** Door numbers on the streets of a neighbourhood. */
    public static final RegistryList<RegisteredDoor> DOORS = new RegistryList<>(Level.DOOR, RegisteredDoor.class);

    /** Units of the buildings of a neighbourhood. */
    public static final RegistryList<RegisteredUnit> UNITS = new RegistryList<>(Level.UNIT, RegisteredUnit.class);

    /** The list of a level. */
    public static RegistryList<? extends RegisteredRow> of(Level level) {
        return switch (level) {
            case STREET -> STREETS;
            case BUILDING -> BUILDINGS;
            case DOOR -> DOORS;
            case UNIT -> UNITS;
        };
    }
}
