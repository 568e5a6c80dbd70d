package tr.kentatlas.registry.port;

/** What a registry may be able to do; the synchronisation works without any of them, only slower. */
public enum Capability {
    /** Tells the highest version of a neighbourhood, so an unchanged one need not be read again. */
    HIGHEST_VERSION,
    /** Tells what became of a request by its key. */
    LOOK_UP,
    /** Takes writes at all; without it the work list is typed in by hand. */
    WRITE
}
