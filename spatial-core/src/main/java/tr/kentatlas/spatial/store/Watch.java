package tr.kentatlas.spatial.store;

import java.sql.SQLException;
import java.sql.Statement;

/** Is told of a statement while it runs, and may give it a time or end it. */
public interface Watch {
    /** Lets everything run. */
    Watch NOBODY = new Watch() {
        @Override
        public void begins(Statement statement) {}

        @Override
        public void ended() {}
    };

    void begins(Statement statement) throws SQLException;

    void ended();
}
