package tr.kentatlas.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The server programs of one PostgreSQL release on this machine, and the PostGIS release they can load.
 *
 * @param bin the folder of {@code initdb} and {@code pg_ctl}
 * @param major for example 15
 * @param postgis the default version of the extension, empty when it is not installed
 */
public record PostgresInstallation(Path bin, int major, Optional<PostgisVersion> postgis) {
    static final int OLDEST_MAJOR = 15;
    static final PostgisVersion OLDEST_POSTGIS = new PostgisVersion(3, 3);

    private static final Comparator<PostgresInstallation> BEST_LAST =
            Comparator.comparing(PostgresInstallation::hasPostgis).thenComparingInt(PostgresInstallation::major);

    /** The newest usable release: in {@code KENT_PG_BIN} (or {@code -Dkent.pg.bin}) if named there, else on the machine. */
    public static PostgresInstallation find() {
        return best(installed());
    }

    /** The release a cluster was created by; PostgreSQL never opens the files of another major release. */
    public static PostgresInstallation find(int major) {
        List<PostgresInstallation> sameMajor =
                installed().stream().filter(i -> i.major == major).toList();
        if (sameMajor.isEmpty()) {
            throw new ClusterException("The database was created by PostgreSQL " + major
                    + ", which is not installed any more: install the package " + debianPackage(major) + ".");
        }
        return best(sameMajor);
    }

    static PostgresInstallation best(List<PostgresInstallation> installed) {
        PostgresInstallation best = installed.stream()
                .filter(i -> i.major >= OLDEST_MAJOR)
                .max(BEST_LAST)
                .orElseThrow(() -> new ClusterException(whyNone(installed)));
        return best.requirePostgis();
    }

    private static String whyNone(List<PostgresInstallation> tooOld) {
        String needed = "PostgreSQL " + OLDEST_MAJOR + " or newer is needed; install the package "
                + debianPackage(OLDEST_MAJOR) + ", or name the folder of its programs in KENT_PG_BIN.";
        return tooOld.stream()
                .max(Comparator.comparingInt(PostgresInstallation::major))
                .map(i -> "PostgreSQL " + i.major + " in " + i.bin + " is too old: " + needed)
                .orElse("No PostgreSQL server was found: " + needed);
    }

    private PostgresInstallation requirePostgis() {
        PostgisVersion version = postgis.orElseThrow(() -> new ClusterException("PostgreSQL " + major + " in " + bin
                + " has no PostGIS: install the package " + debianPackage(major) + "."));
        if (version.compareTo(OLDEST_POSTGIS) < 0) {
            throw new ClusterException("PostGIS " + version + " of PostgreSQL " + major + " is too old: PostGIS "
                    + OLDEST_POSTGIS + " or newer is needed.");
        }
        return this;
    }

    /** One of its programs, such as {@code pg_dump}. */
    public Path program(String name) {
        return bin.resolve(name);
    }

    private boolean hasPostgis() {
        return postgis.isPresent();
    }

    private static String debianPackage(int major) {
        return "postgresql-" + major + "-postgis-3";
    }

    private static List<PostgresInstallation> installed() {
        return named().map(bin -> List.of(readNamed(bin)))
                .orElseGet(() -> usualFolders().stream()
                        .flatMap(bin -> InstallationReader.read(bin).stream())
                        .toList());
    }

    private static PostgresInstallation readNamed(Path bin) {
        return InstallationReader.read(bin)
                .orElseThrow(() -> new ClusterException(
                        "KENT_PG_BIN names " + bin + ", where no PostgreSQL server programs are."));
    }

    private static Optional<Path> named() {
        return Optional.ofNullable(System.getProperty("kent.pg.bin", System.getenv("KENT_PG_BIN")))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }

    private static List<Path> usualFolders() {
        List<Path> folders = new ArrayList<>();
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (!folder.isBlank()) {
                folders.add(Path.of(folder));
            }
        }
        try (Stream<Path> releases = Files.list(Path.of("/usr/lib/postgresql"))) {
            releases.map(release -> release.resolve("bin")).forEach(folders::add);
        } catch (IOException noDebianPostgres) {
            return folders;
        }
        return folders;
    }
}
