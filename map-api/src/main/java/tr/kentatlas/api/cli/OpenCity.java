package tr.kentatlas.api.cli;

import java.util.function.Function;
import tr.kentatlas.api.cli.instance.CityDatabase;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.api.cli.instance.InstanceLock;

/** Runs a command over a city's database, whether the city is being served or not. */
final class OpenCity {
    private OpenCity() {}

    /** A city that is served lends its database; one that is not is started for the command and stopped again. */
    static <T> T with(Kent kent, String command, String name, Function<House, T> work) {
        Instance instance = Instance.of(kent.base(), name);
        var lock = InstanceLock.tryTake(instance, command);
        CityDatabase database = new CityDatabase(instance, kent.environment());
        try {
            database.open(kent.progress());
            return work.apply(House.over(database.owner()));
        } finally {
            if (lock.isPresent()) {
                database.close();
                lock.get().close();
            } else {
                database.leave();
            }
        }
    }
}
