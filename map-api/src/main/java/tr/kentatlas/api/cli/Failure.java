package tr.kentatlas.api.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine;
import tr.kentatlas.api.cli.instance.DiskFull;
import tr.kentatlas.api.cli.report.Plain;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.cluster.ClusterException;
import tr.kentatlas.spatial.ingest.BrokenSourceException;

/** Turns whatever ended a command into an exit code and one sentence: 1 the operator's, 2 usage, 70 ours. */
final class Failure {
    static final int OPERATOR = 1;
    static final int USAGE = 2;
    static final int INTERNAL = 70;

    private Failure() {}

    static int tell(Exception failure, Path base, PrintWriter err) {
        Optional<String> sentence = sentence(failure, base);
        if (sentence.isPresent()) {
            err.println(Plain.text(sentence.get()));
            return OPERATOR;
        }
        String incident = UUID.randomUUID().toString().substring(0, 8);
        err.println("Something went wrong that should not have: incident " + incident + ", written to "
                + record(incident, failure, base) + ".");
        return INTERNAL;
    }

    static int tellUsage(CommandLine.ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println(failure.getMessage());
        command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return USAGE;
    }

    private static Optional<String> sentence(Exception failure, Path base) {
        Optional<UserError> full = DiskFull.find(failure, base);
        if (full.isPresent()) {
            return full.map(UserError::getMessage);
        }
        return switch (failure) {
            case UserError told -> Optional.ofNullable(told.getMessage());
            case ClusterException told -> Optional.ofNullable(told.getMessage());
            case BrokenSourceException told -> Optional.of(told.getMessage() + ".");
            default -> Optional.empty();
        };
    }

    /** Into the cities' folder, or where everybody may write if that is what failed. */
    private static Path record(String incident, Exception failure, Path base) {
        StringWriter text = new StringWriter();
        text.append(String.format(Locale.ROOT, "%s incident %s%n", Instant.now(), incident));
        failure.printStackTrace(new PrintWriter(text));
        Path first = base.resolve("incidents.log");
        try {
            return append(first, text.toString());
        } catch (IOException e) {
            return recordElsewhere(incident, text.toString());
        }
    }

    private static Path recordElsewhere(String incident, String text) {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "kentatlas-incident-" + incident + ".log");
        try {
            return append(file, text);
        } catch (IOException e) {
            return Path.of("nowhere (no folder is writable)");
        }
    }

    private static Path append(Path file, String text) throws IOException {
        return Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
