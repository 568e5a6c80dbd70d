package tr.kentatlas.api.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Properties;

/** The program that runs. */
public final class Program {
    private static final String NO_RELEASE = "-SNAPSHOT";
    private static final String NOT_BUILT = "from its classes";
    private static final String VERSION = read();
    private static final String MARK =
            mark(VERSION, ManagementFactory.getRuntimeMXBean().getStartTime());

    private Program() {}

    /** The version it was built as; words where nobody built it. */
    public static String version() {
        return VERSION;
    }

    /**
     * Another one for another program, so that what an earlier one answered is not taken for this one's answer: pages name files of their own
     * build. A program that is no release has one of its own whenever it is started.
     */
    public static String mark() {
        return MARK;
    }

    static String mark(String version, long startedAt) {
        boolean isRelease = !version.endsWith(NO_RELEASE) && !version.equals(NOT_BUILT);
        return isRelease ? version : version + "@" + startedAt;
    }

    private static String read() {
        try (InputStream in = Program.class.getResourceAsStream("/META-INF/build-info.properties")) {
            Properties build = new Properties();
            if (in != null) build.load(in);
            return build.getProperty("build.version", NOT_BUILT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
