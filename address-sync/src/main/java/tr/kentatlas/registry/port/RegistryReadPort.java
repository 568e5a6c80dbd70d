package tr.kentatlas.registry.port;

import java.util.Set;

/**
 * Reads the national address registry, one neighbourhood at a time and page by page (from 1); adapters speak its protocol. Active and
 * retired rows are listed alike. A list may drift between two pages: the same row twice, or one missing.
 *
 * <p>Every method throws {@link RegistryFailure} when there is no answer, or none that can be understood.
 */
public interface RegistryReadPort {

    /** What this registry can do beyond listing. */
    Set<Capability> capabilities();

    /** Neighbourhoods of one district (ilçe kimlik no). */
    RegistryPage<RegisteredNeighbourhood> neighbourhoods(long district, int page);

    /** Streets that run in a neighbourhood. */
    RegistryPage<RegisteredStreet> streets(long neighbourhood, int page);

    /** Buildings with a door on a street of the neighbourhood, or standing in it without one. */
    RegistryPage<RegisteredBuilding> buildings(long neighbourhood, int page);

    /** Door numbers on the streets of a neighbourhood. */
    RegistryPage<RegisteredDoor> doors(long neighbourhood, int page);

    /** Units of the buildings of a neighbourhood. */
    RegistryPage<RegisteredUnit> units(long neighbourhood, int page);

    /** The highest version of any row in the neighbourhood; only with {@link Capability#HIGHEST_VERSION}. */
    long highestVersion(long neighbourhood);
}
