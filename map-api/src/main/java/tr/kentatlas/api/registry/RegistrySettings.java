package tr.kentatlas.api.registry;

import java.net.URI;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.cluster.Secret;
import tr.kentatlas.registry.maks.MaksRegistry;
import tr.kentatlas.registry.maks.MaksSettings;

/**
 * Where the national address registry is and who calls it, as the environment says: {@code KENT_REGISTRY_URL}, {@code KENT_REGISTRY_USER}
 * and {@code KENT_REGISTRY_PASSWORD}.
 */
public record RegistrySettings(URI url, String user, Secret password) {
    private static final String URL = "KENT_REGISTRY_URL";
    private static final String USER = "KENT_REGISTRY_USER";
    private static final String PASSWORD = "KENT_REGISTRY_PASSWORD";
    private static final String READ_AT = "KENT_REGISTRY_READ_AT";

    /**
     * Nothing when no address is given.
     *
     * @param settings gives the value of a variable by its name
     * @throws IllegalArgumentException with a sentence for the operator, when they cannot be used
     */
    public static Optional<RegistrySettings> in(Function<String, @Nullable String> settings) {
        String url = text(settings, URL);
        if (url.isEmpty()) return Optional.empty();
        String user = text(settings, USER);
        String password = text(settings, PASSWORD);
        if (user.isEmpty() || password.isEmpty())
            throw new IllegalArgumentException(
                    URL + " is set without " + USER + " and " + PASSWORD + ": set all three.");
        return Optional.of(new RegistrySettings(address(url), user, new Secret(password)));
    }

    /**
     * When what changed is read every night, as {@code KENT_REGISTRY_READ_AT} says; never when it is not set.
     *
     * @throws IllegalArgumentException with a sentence for the operator, when it is no time of day
     */
    public static Optional<LocalTime> readAt(Function<String, @Nullable String> settings) {
        String time = text(settings, READ_AT);
        try {
            return time.isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(time));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(READ_AT + " is no time of day like 02:30: " + time, e);
        }
    }

    private static String text(Function<String, @Nullable String> settings, String name) {
        String value = settings.apply(name);
        return value == null ? "" : value.strip();
    }

    /** Never quotes the text: a password may have been written into it. */
    private static URI address(String text) {
        try {
            URI uri = URI.create(text);
            boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (isWeb && uri.getHost() != null && uri.getUserInfo() == null) return uri;
        } catch (IllegalArgumentException e) {
            throw unusable(e);
        }
        throw unusable(null);
    }

    private static IllegalArgumentException unusable(@Nullable Throwable cause) {
        return new IllegalArgumentException(URL + " is no address like https://host/path.", cause);
    }

    public MaksRegistry registry() {
        return MaksRegistry.over(MaksSettings.of(url, user, password));
    }
}
