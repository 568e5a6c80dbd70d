package tr.kentatlas.api.cli.backup;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tr.kentatlas.api.cli.report.Progress;

/** A step that is shown, gives something back and may fail like a database or a disk. */
final class Steps {
    private Steps() {}

    /** The work of such a step. */
    @FunctionalInterface
    interface Task<T> {
        T run(Progress.Step step) throws SQLException, IOException, InterruptedException;
    }

    static <T> T step(Progress progress, String title, Task<T> task)
            throws SQLException, IOException, InterruptedException {
        List<T> result = new ArrayList<>(1);
        try {
            progress.<Exception>step(title, step -> result.add(task.run(step)));
        } catch (SQLException | IOException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return result.getFirst();
    }
}
