package tr.kentatlas.registry.port;

/** What the city asks the registry to take: one component added or changed, or one ended. */
public sealed interface RegistryWrite permits RoadWrite, BuildingWrite, DoorWrite, UnitWrite, Retirement {}
