package tr.kentatlas.api.cli.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Folders in the making, for who makes them alone, since a city's personal data go into them; named after the process
 * that fills them, so that what a killed one left is known and removed.
 */
final class Folders {
    private static final Pattern MAKING = Pattern.compile("\\.making-(\\d+)-.*");

    private Folders() {}

    static Path making(Path parent, String name) throws IOException {
        Files.createDirectories(parent);
        removeLeftOvers(parent);
        Path folder = parent.resolve(".making-" + ProcessHandle.current().pid() + "-" + name);
        remove(folder);
        return Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

    private static void removeLeftOvers(Path parent) throws IOException {
        try (Stream<Path> list = Files.list(parent)) {
            List<Path> dead = list.filter(Folders::isOfDeadProcess).toList();
            for (Path folder : dead) remove(folder);
        }
    }

    private static boolean isOfDeadProcess(Path folder) {
        Matcher name = MAKING.matcher(folder.getFileName().toString());
        return name.matches()
                && ProcessHandle.of(Long.parseLong(name.group(1)))
                        .filter(ProcessHandle::isAlive)
                        .isEmpty();
    }
}
