package tr.kentatlas.api.cli;

import picocli.CommandLine;

/** The one command-line program; {@code ./kent} starts it. */
@CommandLine.Command(
        name = "kent",
        mixinStandardHelpOptions = true,
        description = "Kentatlas, the city's spatial service.")
public final class Kent {
    private Kent() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Kent()).execute(args));
    }
}
