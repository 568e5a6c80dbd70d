package tr.kentatlas.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Asks the programs in one folder which PostgreSQL they are, and looks for PostGIS beside them. */
final class InstallationReader {
    private static final Pattern MAJOR = Pattern.compile("PostgreSQL\\) (\\d+)");
    private static final Pattern DEFAULT_VERSION = Pattern.compile("default_version\\s*=\\s*'([^']+)'");

    private InstallationReader() {}

    static Optional<PostgresInstallation> read(Path folder) {
        if (!isComplete(folder)) return Optional.empty();
        return inside(linkedFrom(folder))
                .filter(found -> found.postgis().isPresent())
                .or(() -> inside(folder));
    }

    private static Optional<PostgresInstallation> inside(Path bin) {
        return major(bin).map(major -> new PostgresInstallation(bin, major, postgis(bin, major)));
    }

    /** Where only some programs are linked into a folder: the one they lie in, beside all others and what belongs to them. */
    private static Path linkedFrom(Path folder) {
        try {
            Path real = folder.resolve("postgres").toRealPath().getParent();
            return real != null && isComplete(real) ? real : folder;
        } catch (IOException unreadable) {
            return folder;
        }
    }

    private static boolean isComplete(Path folder) {
        return Stream.of("postgres", "initdb", "pg_ctl").map(folder::resolve).allMatch(Files::isExecutable);
    }

    private static Optional<Integer> major(Path bin) {
        return answer(bin.resolve("postgres"), "--version")
                .map(MAJOR::matcher)
                .filter(Matcher::find)
                .map(m -> Integer.parseInt(m.group(1)));
    }

    private static Optional<PostgisVersion> postgis(Path bin, int major) {
        return shareFolders(bin, major)
                .map(folder -> folder.resolve("extension/postgis.control"))
                .filter(Files::isReadable)
                .findFirst()
                .flatMap(InstallationReader::defaultVersion);
    }

    /** What {@code pg_config} says, where there is one; else the places Debian and the source build use. */
    private static Stream<Path> shareFolders(Path bin, int major) {
        Stream<Path> told = answer(bin.resolve("pg_config"), "--sharedir").map(Path::of).stream();
        return Stream.concat(
                told,
                Stream.of(
                        Path.of("/usr/share/postgresql/" + major),
                        bin.resolve("../share").normalize(),
                        bin.resolve("../share/postgresql").normalize(),
                        bin.resolve("../share/pgsql").normalize()));
    }

    private static Optional<PostgisVersion> defaultVersion(Path control) {
        try {
            Matcher matcher = DEFAULT_VERSION.matcher(Files.readString(control));
            return matcher.find() ? Optional.of(PostgisVersion.parse(matcher.group(1))) : Optional.empty();
        } catch (IOException e) {
            throw new ClusterException("PostGIS cannot be read: " + control, e);
        }
    }

    private static Optional<String> answer(Path program, String option) {
        if (!Files.isExecutable(program)) {
            return Optional.empty();
        }
        try {
            Process process = new ProcessBuilder(program.toString(), option)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(text.strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("Interrupted while asking " + program + ".", e);
        }
    }
}
