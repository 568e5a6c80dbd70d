package tr.kentatlas.spatial.ingest.file;

/** A geometry whose structure cannot be read; the message is the reason kept with the reject. */
final class BadGeometry extends Exception {
    private static final long serialVersionUID = 1L;

    BadGeometry(String message) {
        super(message);
    }
}
