package tr.kentatlas.api.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tr.kentatlas.api.cli.backup.SavedCity.progress;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tr.kentatlas.api.cli.report.UserError;

/** A backup in which a single byte is not as it was written restores nothing. */
class BackupDamageTest {
    @TempDir
    private Path folder;

    private final Path archive = SavedCity.shared().archive();

    @Test
    void oneByteThatIsNotAsItWasWrittenIsFoundInEveryFile() throws Exception {
        Random random = new Random(3);
        List<Path> files = files(archive);
        assertThat(files).hasSizeGreaterThan(50);
        for (int i = 0; i < 12; i++) {
            Path file = i < 2
                    ? archive.resolve(i == 0 ? "manifest.json" : "dump/toc.dat")
                    : files.get(random.nextInt(files.size()));
            byte[] whole = Files.readAllBytes(file);
            if (whole.length == 0) continue;
            byte[] damaged = whole.clone();
            damaged[random.nextInt(whole.length)] ^= 0x20;
            try {
                Files.write(file, damaged);
                assertThatThrownBy(() -> CheckedArchive.open(archive, progress()))
                        .as(file.toString())
                        .isInstanceOf(UserError.class)
                        .hasMessageMatching("(?s).*(damaged|incomplete).*Nothing was changed\\.");
            } finally {
                Files.write(file, whole);
            }
        }
    }

    @Test
    void aMissingFileIsFound() throws Exception {
        Path copy = folder.resolve("missing");
        copy(archive, copy);
        Files.delete(copy.resolve("dump/toc.dat"));
        assertThatThrownBy(() -> CheckedArchive.open(copy, progress()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("dump/toc.dat is missing");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes facts) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(path)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes facts) throws IOException {
                Files.copy(path, to.resolve(from.relativize(path)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
