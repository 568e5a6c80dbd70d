package tr.kentatlas.api.cli.instance;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import tr.kentatlas.api.cli.report.UserError;

/** Why a file could not be written or read, in one sentence. */
final class FileTrouble {
    private FileTrouble() {}

    static UserError writing(Path path, IOException e) {
        if (e instanceof AccessDeniedException) {
            return new UserError(noPermissionSentence(path), e);
        }
        return DiskFull.find(e).orElseGet(() -> new UserError("Cannot write " + path + ": " + e.getMessage() + ".", e));
    }

    static UserError reading(Path path, IOException e) {
        return e instanceof AccessDeniedException
                ? noPermissionToRead(path)
                : new UserError("Cannot read " + path + ": " + e.getMessage() + ".", e);
    }

    static UserError noPermissionToRead(Path path) {
        return new UserError("No permission to read " + path + ": run this as who started the city.");
    }

    static UserError noPermission(Path path) {
        return new UserError(noPermissionSentence(path));
    }

    private static String noPermissionSentence(Path path) {
        return "No permission to write " + path + ".";
    }
}
