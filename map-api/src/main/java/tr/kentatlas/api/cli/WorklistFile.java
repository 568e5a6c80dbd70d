package tr.kentatlas.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.registry.worklist.Worklist;

/** The work list as a file that is there only once what it lists is in people's hands: written beside its place, and then put there. */
final class WorklistFile {
    private final Path file;
    private final Path draft;

    WorklistFile(Path file) {
        this.file = file;
        this.draft = file.resolveSibling(file.getFileName() + ".part");
    }

    void draft(List<Worklist.Row> rows) {
        try {
            Files.writeString(draft, Worklist.csv(rows));
        } catch (IOException e) {
            throw cannot(e);
        }
    }

    void finish() {
        try {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw cannot(e);
        }
    }

    private UserError cannot(IOException why) {
        return new UserError("The work list cannot be written to " + file + ": " + why.getMessage(), why);
    }
}
