package tr.kentatlas.api.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tr.kentatlas.cluster.ClusterException;
import tr.kentatlas.cluster.PostgresInstallation;

/** {@code kent version}: of the program, and of what it runs on. */
@Command(
        name = "version",
        mixinStandardHelpOptions = true,
        description = "Show the version of Kentatlas, Java, PostgreSQL and PostGIS.")
final class Version implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
        System.out.println("Kentatlas " + ours());
        System.out.println("Java " + Runtime.version() + " (" + System.getProperty("java.home") + ")");
        System.out.println(postgres());
        return 0;
    }

    private static String ours() throws IOException {
        try (InputStream in = Version.class.getResourceAsStream("/META-INF/build-info.properties")) {
            Properties build = new Properties();
            if (in != null) {
                build.load(in);
            }
            return build.getProperty("build.version", "from its classes");
        }
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
