package tr.kentatlas.api.access;

/** Hears of keys that open nothing. */
@FunctionalInterface
public interface RefusedKeys {

    /** One was presented from that address. */
    void presented(String address);
}
