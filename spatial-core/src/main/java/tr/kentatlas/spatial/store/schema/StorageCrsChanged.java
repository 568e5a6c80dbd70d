package tr.kentatlas.spatial.store.schema;

/** The storage CRS is fixed when a database is created; the message says both. */
public final class StorageCrsChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StorageCrsChanged(int stored, int asked) {
        super("this city's database stores EPSG:" + stored + " and cannot be opened as EPSG:" + asked);
    }
}
