package tr.kentatlas.api.cli.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.api.problem.Words;
import tr.kentatlas.api.registry.WorklistCsv;
import tr.kentatlas.registry.worklist.Worklist;

/**
 * The work list as a file that is there only once what it lists is in people's hands: written beside its place, and then put there. It tells
 * of dwellings, so only who made it reads it.
 */
final class WorklistFile {
    /** As who types into the registry's screens reads it. */
    private static final WorklistCsv CSV = new WorklistCsv(Words.ofFiles(), Locale.forLanguageTag("tr"));

    private static final FileAttribute<?> OWNERS_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;
    private final Path draft;

    private WorklistFile(Path file) {
        this.file = file;
        this.draft = file.resolveSibling(file.getFileName() + ".part");
    }

    /** A new file, or in place of the one that is there or that a link leads to; of nothing else. */
    static WorklistFile at(Path place) {
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) return new WorklistFile(place);
        try {
            Path real = place.toRealPath();
            if (Files.isRegularFile(real)) return new WorklistFile(real);
        } catch (IOException e) {
            throw cannot(place, e);
        }
        throw new UserError("The work list cannot be written to " + place + ": what is there is no file.");
    }

    void draft(List<Worklist.Row> rows) {
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, OWNERS_ONLY);
            Files.writeString(draft, CSV.of(rows));
        } catch (IOException e) {
            throw cannot(file, e);
        }
    }

    void finish(boolean handedOver) {
        try {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UserError(
                    "The work list is in " + draft + (handedOver ? " and was handed over" : "")
                            + ", but cannot be put to " + file + ": " + e.getMessage(),
                    e);
        }
    }

    private static UserError cannot(Path file, IOException why) {
        return new UserError("The work list cannot be written to " + file + ": " + why.getMessage(), why);
    }
}
