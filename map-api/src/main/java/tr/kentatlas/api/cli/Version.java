package tr.kentatlas.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tr.kentatlas.api.city.Program;
import tr.kentatlas.cluster.ClusterException;
import tr.kentatlas.cluster.PostgresInstallation;

/** {@code kent version}: of the program, and of what it runs on. */
@Command(
        name = "version",
        mixinStandardHelpOptions = true,
        description = "Show the version of Kentatlas, Java, PostgreSQL and PostGIS.")
final class Version implements Callable<Integer> {
    @Override
    public Integer call() {
        System.out.println("Kentatlas " + Program.version());
        System.out.println("Java " + Runtime.version() + " (" + System.getProperty("java.home") + ")");
        System.out.println(postgres());
        return 0;
    }

    private static String postgres() {
        try {
            PostgresInstallation found = PostgresInstallation.find();
            String postgis =
                    found.postgis().map(version -> ", PostGIS " + version).orElse("");
            return "PostgreSQL " + found.major() + postgis + " (" + found.bin() + ")";
        } catch (ClusterException none) {
            return String.valueOf(none.getMessage());
        }
    }
}
