package tr.kentatlas.api.cli.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.spatial.progress.Progress;

/** An archive whose files are all there and as they were written. */
public final class CheckedArchive {
    private final Archive archive;
    private final Manifest manifest;

    private CheckedArchive(Archive archive, Manifest manifest) {
        this.archive = archive;
        this.manifest = manifest;
    }

    /** Reads every byte; a damaged or incomplete archive is refused in one sentence. */
    public static CheckedArchive open(Path folder, Progress progress) {
        if (!Files.isDirectory(folder)) throw new UserError("There is no backup " + folder + ".");
        Archive archive = new Archive(folder.toAbsolutePath().normalize());
        try {
            return new CheckedArchive(archive, archive.check(progress));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Restores it and proves that the database holds what was saved. */
    public void restore(Restore target, Restore.Proof proof, Progress progress) throws InterruptedException {
        target.run(archive, manifest, proof, progress);
    }

    public String city() {
        return manifest.city();
    }

    public Instant takenAt() {
        return manifest.takenAt();
    }

    /** What the city remembered of the file it was made from; empty for the sample. */
    public Map<String, String> source() {
        return manifest.source();
    }

    public int tables() {
        return manifest.tables().size();
    }

    public long rows() {
        return manifest.rows();
    }
}
