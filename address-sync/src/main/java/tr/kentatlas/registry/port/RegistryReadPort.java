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

    /** One page of a neighbourhood's rows of one kind. */
    <T extends RegisteredRow> RegistryPage<T> list(RegistryList<T> listing, long neighbourhood, int page);

    /** The highest version of any row in the neighbourhood; only with {@link Capability#HIGHEST_VERSION}. */
    long highestVersion(long neighbourhood);
}
