package tr.kentatlas.spatial.store.schema;

/** Somebody has a transaction open on a table a migration is to change, and does not end it; the migration is undone. */
public final class TablesInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String holders;

    TablesInUse(String holders, Throwable cause) {
        super("tables to be migrated are in use by: " + holders, cause);
        this.holders = holders;
    }

    /** Their logins, each with its tables; empty when they have ended meanwhile. */
    public String holders() {
        return holders;
    }
}
