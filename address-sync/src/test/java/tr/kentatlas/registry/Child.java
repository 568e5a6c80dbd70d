package tr.kentatlas.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.postgresql.ds.PGSimpleDataSource;

/** Starts a program of the tests as a process of its own, to be killed. */
final class Child {
    private Child() {}

    /** Its arguments begin with the city's database: address, user, password. */
    static Process start(Class<?> program, SyncCity city, List<String> arguments) throws IOException {
        PGSimpleDataSource server = city.server;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-XX:TieredStopAtLevel=1", // it does not live long
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                server.getUrl(),
                Objects.requireNonNull(server.getUser()),
                Objects.requireNonNull(server.getPassword())));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The city its arguments begin with. */
    static SyncCity city(String... arguments) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        database.setUser(arguments[1]);
        database.setPassword(arguments[2]);
        return SyncCity.over(database);
    }
}
