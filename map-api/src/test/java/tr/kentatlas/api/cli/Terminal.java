package tr.kentatlas.api.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** Somebody who types commands over a city's database, and reads what they say. */
public final class Terminal {
    private final Path base;
    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter err = new StringWriter();
    private String out = "";

    public Terminal(PGSimpleDataSource owner, Path base) {
        this.base = base;
        environment.put("KENT_DB_URL", Objects.requireNonNull(owner.getUrl()));
        environment.put("KENT_DB_USER", Objects.requireNonNull(owner.getUser()));
        environment.put("KENT_DB_PASSWORD", Objects.requireNonNull(owner.getPassword()));
    }

    public Terminal with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** The folder of all cities. */
    public Path folder() {
        return base.resolve("kent");
    }

    public int run(String... args) {
        err.getBuffer().setLength(0);
        PrintStream before = System.out;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            return Kent.commandLine(new Kent((owner, instance, file, progress) -> {}, environment))
                    .setErr(new PrintWriter(err, true))
                    .execute(Stream.concat(Stream.of("--data", folder().toString()), Stream.of(args))
                            .toArray(String[]::new));
        } finally {
            System.setOut(before);
            out = told.toString(StandardCharsets.UTF_8);
        }
    }

    public String out() {
        return out;
    }

    public String err() {
        return err.toString();
    }
}
