package tr.kentatlas.registry.port;

import java.util.List;

/** Reads the national address registry, one neighbourhood at a time; adapters speak its protocol. */
public interface RegistryReadPort {

    /** Door numbers of one neighbourhood, in the registry's own order. */
    List<RegisteredDoor> doorsOf(long neighbourhoodCode);

    /** A door number as the registry holds it; {@code code} is its national key (numarataj kimlik no). */
    record RegisteredDoor(long code, long neighbourhoodCode, String number) {}
}
