package tr.kentatlas.spatial.ingest.osm;

/** An element's geometry cannot be made of what the file has; the message is the reason kept with the reject. */
final class BrokenShape extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenShape(String message) {
        super(message);
    }
}
