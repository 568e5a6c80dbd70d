package tr.kentatlas.api.cli.city;

import java.nio.file.Path;
import java.util.Map;
import tr.kentatlas.api.cli.report.ConsoleProgress;

/** What the program tells each of its commands: where the cities are, its environment, how progress is shown. */
public interface Workplace {
    /** The folder of all cities. */
    Path base();

    Map<String, String> environment();

    /** For the terminal's error stream. */
    ConsoleProgress progress();

    /** How a city is made ready to be served. */
    CitySetup setup();

    /** The class that Java starts. */
    Class<?> program();
}
