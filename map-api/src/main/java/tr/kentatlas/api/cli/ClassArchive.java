package tr.kentatlas.api.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tr.kentatlas.api.cli.report.Progress;

/**
 * The loaded classes as the JVM can map them at the next start (class data sharing): a third less time until the first map.
 * Written once per build, when a city serves; {@code ./kent} names the file.
 */
final class ClassArchive {
    private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);

    private ClassArchive() {}

    static void writeOnce(Progress progress) {
        Optional.ofNullable(System.getProperty("kent.archive"))
                .map(Path::of)
                .filter(file -> Files.notExists(file))
                .ifPresent(file -> progress.step("Making the next start faster", step -> write(file)));
    }

    private static void write(Path file) {
        Object[] arguments = {new String[] {"dynamic_dump", file.toString()}};
        try {
            Object answer = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "vmCds",
                            arguments,
                            new String[] {String[].class.getName()});
            LOG.info("class archive: {}", answer);
        } catch (JMException e) {
            LOG.warn("no class archive, so the next start is as slow as this one: {}", e.toString());
        }
    }
}
