package tr.kentatlas.testsupport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A program of the tests as a process of its own, to be killed. It starts quickly and is not made to live long; what it leaves in its
 * temporary folder goes with the tests that started it.
 */
public final class Child {
    private static final List<String> SHORT_LIVED = List.of(
            "-Duser.language=tr", "-Duser.country=TR", "-Xmx400m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private Child() {}

    /** With this JVM's classes. */
    public static ProcessBuilder of(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SHORT_LIVED);
        command.add("-Djava.io.tmpdir=" + Scratch.folder("child"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** The same; its first arguments are the database. */
    public static ProcessBuilder over(PGSimpleDataSource database, Class<?> program, String... arguments) {
        Stream<String> where = Stream.of(database.getUrl(), database.getUser(), database.getPassword())
                .map(Objects::requireNonNull);
        return of(program, Stream.concat(where, Stream.of(arguments)).toArray(String[]::new));
    }

    /** Within the process: the database its first three arguments name. */
    public static PGSimpleDataSource database(String... arguments) {
        return Databases.at(new PGSimpleDataSource(), arguments[0], arguments[1], arguments[2]);
    }
}
