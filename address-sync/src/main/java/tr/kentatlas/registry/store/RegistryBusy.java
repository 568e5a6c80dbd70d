package tr.kentatlas.registry.store;

/** Somebody compares, decides or takes over what was read: what a person wants can be done only after it. */
public final class RegistryBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RegistryBusy(Throwable cause) {
        super("the synchronisation is under way", cause);
    }
}
