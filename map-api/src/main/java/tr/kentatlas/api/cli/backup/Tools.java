package tr.kentatlas.api.cli.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tr.kentatlas.api.cli.instance.DatabaseUrl;
import tr.kentatlas.api.cli.instance.StoppedToo;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.cluster.PostgresInstallation;

/** Runs {@code pg_dump} and {@code pg_restore} of the server's own release; the password goes by the environment, never by the command line. */
final class Tools {
    private static final Pattern TROUBLE = Pattern.compile("(error|fatal|hint|detail):", Pattern.CASE_INSENSITIVE);

    private static final Pattern SSL_MODE = Pattern.compile("(?:^|&)sslmode=([^&]*)");

    /** How many connections do the work: the server has other users, and other work for its processors. */
    static final int JOBS = jobs(Runtime.getRuntime().availableProcessors());

    private final PostgresInstallation programs;
    private final DatabaseUrl database;

    Tools(int major, DatabaseUrl database) {
        this.programs = PostgresInstallation.find(major);
        this.database = database;
    }

    static int jobs(int processors) {
        return Math.clamp(processors / 2, 2, 8);
    }

    void dump(Path folder, String snapshot, Consumer<String> line) throws IOException, InterruptedException {
        run(
                "pg_dump",
                List.of(
                        "--format=directory",
                        "--jobs=" + JOBS,
                        "--compress=1",
                        "--snapshot=" + snapshot,
                        "--no-owner",
                        "--verbose",
                        "--file=" + folder),
                line);
    }

    /** @param wanted of the archive's entries, as {@code pg_restore --list} names them */
    void restore(Path folder, Predicate<String> wanted, Consumer<String> line)
            throws IOException, InterruptedException {
        List<String> entries = new ArrayList<>();
        run("pg_restore", List.of("--list", folder.toString()), entries::add);
        Path list = Files.createTempFile("kent-restore", ".list");
        try {
            Files.write(list, entries.stream().filter(wanted).toList());
            run(
                    "pg_restore",
                    List.of(
                            "--jobs=" + JOBS,
                            "--no-owner",
                            "--exit-on-error",
                            "--verbose",
                            "--use-list=" + list,
                            "--dbname=" + database.database(),
                            folder.toString()),
                    line);
        } finally {
            Files.delete(list);
        }
    }

    private void run(String program, List<String> options, Consumer<String> line)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(programs.program(program).toString()));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().putAll(connection());
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "LANGUAGE", "C"));
        Process process = builder.start();
        StoppedToo stopToo = new StoppedToo(process);
        List<String> trouble = new ArrayList<>();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            output.lines().forEach(text -> {
                if (TROUBLE.matcher(text).find()) trouble.add(text);
                line.accept(text);
            });
            if (process.waitFor() != 0) throw failed(program, trouble);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            process.destroy();
            stopToo.close();
        }
    }

    private static RuntimeException failed(String program, List<String> trouble) {
        String text = String.join(" ", trouble);
        if (text.contains("No space left on device")) {
            return new UserError("The disk is full: make room and start again; nothing was left half done.");
        }
        return new UserError(program + " failed: " + (text.isEmpty() ? "it gave no reason" : text) + ".");
    }

    private Map<String, String> connection() {
        URI address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
        if (address.getHost() == null) {
            throw new UserError("A backup needs the address of one server, which " + database.jdbcUrl() + " is not.");
        }
        Map<String, String> environment = new HashMap<>(Map.of(
                "PGHOST", address.getHost(),
                "PGPORT", Integer.toString(address.getPort() < 0 ? 5432 : address.getPort()),
                "PGDATABASE", database.database(),
                "PGUSER", database.user(),
                "PGPASSWORD", database.password().reveal()));
        Matcher ssl = SSL_MODE.matcher(String.valueOf(address.getQuery()));
        if (ssl.find()) environment.put("PGSSLMODE", ssl.group(1));
        return environment;
    }
}
