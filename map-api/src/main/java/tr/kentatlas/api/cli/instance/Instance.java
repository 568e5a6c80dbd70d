package tr.kentatlas.api.cli.instance;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.cluster.Durability;
import tr.kentatlas.cluster.PrivateCluster;

/** One city on this machine: {@code .kent/<name>} with its database, its lock and its logs. */
public record Instance(String name, Path folder) {
    /** The city without a file of its own: the sample district. */
    public static final String DEFAULT_NAME = "city";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");
    private static final String MARK = "lock";

    public Instance {
        if (!NAME.matcher(name).matches()) {
            throw new UserError("A city's name is made of a-z, 0-9, - and _, which '" + name + "' is not.");
        }
    }

    public static Instance of(Path base, String name) {
        return new Instance(name, base.resolve(name));
    }

    /** All cities that were ever started here, by name. */
    public static List<Instance> list(Path base) {
        if (!Files.isDirectory(base)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(base)) {
            return folders.filter(folder ->
                            NAME.matcher(folder.getFileName().toString()).matches())
                    .filter(Instance::isMarked)
                    .map(folder -> of(base, folder.getFileName().toString()))
                    .sorted(Comparator.comparing(Instance::name))
                    .toList();
        } catch (IOException e) {
            throw FileTrouble.reading(base, e);
        }
    }

    /** The name of the only city there is, or of the first there will be. */
    public static String onlyName(Path base) {
        List<Instance> all = list(base);
        if (all.size() > 1) {
            throw new UserError("There are several cities here: say with --city which one is meant, "
                    + all.stream().map(Instance::name).collect(Collectors.joining(", ")) + ".");
        }
        return all.isEmpty() ? DEFAULT_NAME : all.getFirst().name();
    }

    /** A folder nobody lets us look into may be a city: to say that there is none would be wrong. */
    private static boolean isMarked(Path folder) {
        if (Files.isDirectory(folder) && !Files.isExecutable(folder)) throw FileTrouble.noPermissionToRead(folder);
        return Files.exists(folder.resolve(MARK));
    }

    /**
     * Makes the folder; the place where a missing permission or a full disk shows first. Nobody else looks into it, but the server's user
     * gets through it to its own.
     */
    public void makeFolder() {
        try {
            boolean isNew = Files.notExists(folder);
            Files.createDirectories(folder);
            if (isNew) Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (FileSystemException e) {
            throw FileTrouble.writing(folder, e);
        } catch (IOException e) {
            throw new UserError("Cannot write " + folder + ": " + e.getMessage() + ".", e);
        }
        if (!Files.isWritable(folder)) {
            throw FileTrouble.noPermission(folder);
        }
    }

    /** Removes the folder of a city that has no cluster any more. */
    public void removeFolder() {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        } catch (IOException e) {
            throw FileTrouble.writing(folder, e);
        }
    }

    /** The city's name for people: each word of it begun with a capital letter by Turkish rules. */
    public String title() {
        Locale turkish = Locale.forLanguageTag("tr");
        return Arrays.stream(name.split("[-_]", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(turkish) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    public PrivateCluster cluster() {
        return PrivateCluster.in(folder, Durability.LASTING);
    }

    /** The program's log. */
    public Path log() {
        return folder.resolve("kent.log");
    }

    /** What of the audit has not reached the database yet. */
    public Path auditJournal() {
        return folder.resolve("audit");
    }

    /** What a city started in the background says until it serves. */
    public Path startLog() {
        return folder.resolve("up.log");
    }

    /** Where the place indexes lie, one folder for each release. */
    public Path searchFolder() {
        return folder.resolve("search");
    }

    /** Files made for partners; those of a process before are worth nothing. */
    public Path exchangeFolder() {
        return folder.resolve("exchange");
    }

    Path lockFile() {
        return folder.resolve(MARK);
    }

    Path runFile() {
        return folder.resolve("run.properties");
    }

    Path sourceFile() {
        return folder.resolve("source.properties");
    }
}
