package tr.kentatlas.api.cli.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Scanner;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tr.kentatlas.api.cli.city.CityOption;
import tr.kentatlas.api.cli.city.Workplace;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.api.cli.instance.InstanceLock;
import tr.kentatlas.api.cli.report.UserError;

/** {@code kent reset}: removes a city and all its data, after asking. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = {
            "Remove a city with its private database and everything in it.",
            "A server named by KENT_DB_URL is never touched."
        })
public final class Reset implements Callable<Integer> {
    @ParentCommand
    private Workplace kent;

    @Mixin
    private final CityOption city = new CityOption();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    @SuppressWarnings("try") // held, not used
    public Integer call() throws IOException {
        Instance instance = city.one(kent.base());
        try (InstanceLock lock = InstanceLock.take(instance, "reset")) {
            if (!yes && !isConfirmed(instance)) {
                throw new UserError("Nothing was removed.");
            }
            instance.cluster().remove();
            removeFiles(instance.folder());
        }
        Files.deleteIfExists(instance.folder());
        System.out.println("Removed '" + instance.name() + "'.");
        return 0;
    }

    private static boolean isConfirmed(Instance instance) {
        System.out.print("This removes the city '" + instance.name() + "' and all its data (" + instance.folder()
                + "). Type its name to go on: ");
        System.out.flush();
        Scanner answer = new Scanner(System.in, StandardCharsets.UTF_8);
        return answer.hasNextLine() && answer.nextLine().strip().equals(instance.name());
    }

    private static void removeFiles(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) {
                    Files.delete(path);
                }
            }
        }
    }
}
