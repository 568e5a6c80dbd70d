package tr.kentatlas.api.cli.serve;

import java.util.Map;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.cluster.Secret;

/** {@code KENT_ADMIN_KEY}: opens everything published to whoever presents it, at every address, so it is none that can be guessed. */
final class AdminKey {
    static final int SHORTEST = 32;
    private static final String VARIABLE = "KENT_ADMIN_KEY";

    private AdminKey() {}

    /** Empty where there is none. */
    static Secret in(Map<String, String> environment) {
        String key = environment.getOrDefault(VARIABLE, "");
        if (!key.isEmpty() && key.length() < SHORTEST)
            throw new UserError(VARIABLE + " opens everything published and must have " + SHORTEST
                    + " characters at least. This one was made just now: "
                    + Secret.random().reveal());
        return new Secret(key);
    }
}
