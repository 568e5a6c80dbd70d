package tr.kentatlas.api.cli.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.spatial.feature.Sha256;
import tr.kentatlas.spatial.progress.Progress;

/** A backup on disk: {@code manifest.json}, its checksum, and the dump's files in {@code dump/}. */
record Archive(Path folder) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String MANIFEST = "manifest.json";
    private static final String CHECKSUM = "manifest.json.sha256";

    /** The dump's files. */
    Path dump() {
        return folder.resolve("dump");
    }

    /** Every file there is by now, with its checksum. */
    List<Manifest.ArchivedFile> files(Progress progress) throws IOException {
        List<Path> paths = paths();
        try (Progress.Step step = progress.begin("Summing up the files", paths.size())) {
            List<Manifest.ArchivedFile> files = new ArrayList<>();
            for (Path path : paths) {
                files.add(new Manifest.ArchivedFile(
                        folder.relativize(path).toString(), Files.size(path), Sha256.hex(path)));
                step.at(files.size());
            }
            step.done();
            return files;
        }
    }

    private List<Path> paths() throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    void write(Manifest manifest) throws IOException {
        byte[] text = JSON.writeValueAsBytes(manifest);
        writeSafely(folder.resolve(MANIFEST), text);
        writeSafely(
                folder.resolve(CHECKSUM), (Sha256.hex(text) + "  " + MANIFEST + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The manifest, when the archive is whole: every file there, every byte as it was written. */
    Manifest check(Progress progress) throws IOException {
        Manifest manifest = read();
        try (Progress.Step step = progress.begin("Checking the backup", manifest.bytes(), Progress.Unit.BYTES)) {
            long bytes = 0;
            for (Manifest.ArchivedFile file : manifest.files()) {
                check(file);
                step.at(bytes += file.bytes());
            }
            step.done();
        }
        return manifest;
    }

    private Manifest read() throws IOException {
        requireFile(MANIFEST);
        requireFile(CHECKSUM);
        byte[] text = Files.readAllBytes(folder.resolve(MANIFEST));
        String expected = Files.readString(folder.resolve(CHECKSUM), StandardCharsets.ISO_8859_1)
                .split(" ", 2)[0];
        if (!Sha256.hex(text).equals(expected)) throw damaged(MANIFEST);
        try {
            Manifest manifest = JSON.readValue(text, Manifest.class);
            if (manifest.formatVersion() != Manifest.FORMAT_VERSION) {
                throw new UserError("The backup " + folder + " has format " + manifest.formatVersion()
                        + "; this program reads format " + Manifest.FORMAT_VERSION + ".");
            }
            return manifest;
        } catch (JacksonException e) {
            throw new UserError("The backup " + folder + " has a manifest that cannot be read.", e);
        }
    }

    private void check(Manifest.ArchivedFile file) throws IOException {
        Path path = folder.resolve(file.path()).normalize();
        if (!path.startsWith(folder)) throw damaged(MANIFEST);
        requireFile(file.path());
        if (Files.size(path) != file.bytes() || !Sha256.hex(path).equals(file.sha256())) throw damaged(file.path());
    }

    private void requireFile(String name) {
        if (!Files.isRegularFile(folder.resolve(name))) {
            throw new UserError(
                    "The backup " + folder + " is incomplete: " + name + " is missing. Nothing was changed.");
        }
    }

    private UserError damaged(String name) {
        return new UserError(
                "The backup " + folder + " is damaged: " + name + " is not what was written. Nothing was changed.");
    }

    /** On disk before the folder gets its name. */
    private static void writeSafely(Path file, byte[] content) throws IOException {
        Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        sync(file);
    }

    static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
