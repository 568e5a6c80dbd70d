package tr.kentatlas.spatial.ingest;

import java.sql.SQLException;

/** Somebody is changing what an import would change, and does not end; nothing of it got in. */
public final class WorkingDataInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String writers;

    WorkingDataInUse(String writers, SQLException cause) {
        super("the working data is being changed by: " + writers, cause);
        this.writers = writers;
    }

    /** Their logins; empty when they have ended meanwhile. */
    public String writers() {
        return writers;
    }
}
