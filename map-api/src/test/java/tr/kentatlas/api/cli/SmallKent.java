package tr.kentatlas.api.cli;

import java.util.HashMap;
import java.util.Map;
import tr.kentatlas.api.cli.load.FirstCity;
import tr.kentatlas.spatial.sample.Size;

/** The program itself, but that the sample it begins with is the small one; with a cluster of its own whatever the environment says. */
public final class SmallKent {
    private SmallKent() {}

    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    static int execute(String... arguments) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("KENT_DB_"));
        return Kent.commandLine(new Kent(new FirstCity(Size.SMALL), environment))
                .execute(arguments);
    }
}
