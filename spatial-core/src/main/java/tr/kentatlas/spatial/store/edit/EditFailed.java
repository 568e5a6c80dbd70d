package tr.kentatlas.spatial.store.edit;

import java.sql.SQLException;

/** The database refused an edit; nothing of it remains. */
public final class EditFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EditFailed(SQLException cause) {
        super("the edit was refused by the database: " + cause.getMessage(), cause);
    }
}
