package tr.kentatlas.api.cli.city;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tr.kentatlas.api.cli.instance.CityFile;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.api.cli.report.UserError;

/** {@code --city}: which of the cities on this machine a command means, by its name or by the file it was made from. */
public final class CityOption {
    @Option(
            names = "--city",
            paramLabel = "NAME|FILE",
            description = "The city: its name, or the file it was started with.")
    private @Nullable String city;

    /** The city named, if one was. */
    public Optional<Instance> named(Path base) {
        return Optional.ofNullable(city).map(text -> existing(base, text));
    }

    /** The city named, or else the only one there is. */
    public Instance one(Path base) {
        return named(base).orElseGet(() -> onlyOne(base));
    }

    /** The city named, or else all of them. */
    public List<Instance> all(Path base) {
        return named(base).map(List::of).orElseGet(() -> Instance.list(base));
    }

    private static Instance onlyOne(Path base) {
        return existing(base, Instance.onlyName(base));
    }

    private static Instance existing(Path base, String text) {
        String name = Files.isRegularFile(Path.of(text))
                ? CityFile.open(Path.of(text)).cityName()
                : text;
        Instance instance = Instance.of(base, name);
        if (!Instance.list(base).contains(instance)) {
            throw new UserError("There is no city '" + name + "' here: ./kent status lists those there are.");
        }
        return instance;
    }
}
