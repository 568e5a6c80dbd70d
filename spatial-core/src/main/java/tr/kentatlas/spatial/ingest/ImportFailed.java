package tr.kentatlas.spatial.ingest;

/** The database refused an import; nothing of it remains. */
public final class ImportFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImportFailed(Throwable cause) {
        super("the import was refused by the database: " + cause.getMessage(), cause);
    }
}
