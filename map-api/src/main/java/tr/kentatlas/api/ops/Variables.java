package tr.kentatlas.api.ops;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The environment's variables, as the application's settings have them. */
public final class Variables {
    private Variables() {}

    /** The value of a variable by its name: {@code KENT_REGISTRY_URL} is {@code kent.registry.url} among the settings. */
    public static Function<String, @Nullable String> in(Environment environment) {
        return name -> environment.getProperty(name.toLowerCase(Locale.ROOT).replace('_', '.'));
    }
}
