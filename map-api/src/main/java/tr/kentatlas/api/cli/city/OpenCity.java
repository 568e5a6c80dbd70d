package tr.kentatlas.api.cli.city;

import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.cli.instance.CityDatabase;
import tr.kentatlas.api.cli.instance.DatabaseUrl;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.api.cli.instance.InstanceLock;
import tr.kentatlas.api.cli.report.UserError;

/** Runs a command over a city's database, whether the city is being served or not. */
public final class OpenCity {
    private OpenCity() {}

    /** A city that is served lends its database; one that is not is started for the command and stopped again. */
    public static <T> T with(Workplace kent, String command, String name, Function<CityParts, T> work) {
        Instance instance = Instance.of(kent.base(), name);
        return tables(kent, command, name, owner -> work.apply(CityParts.over(owner, instance)));
    }

    /** The same for work that needs no more than the tables. */
    public static <T> T tables(Workplace kent, String command, String name, Function<DataSource, T> work) {
        return database(kent, command, name, database -> work.apply(database.owner()));
    }

    /** The same for work that needs more of the database than its tables. */
    public static <T> T database(Workplace kent, String command, String name, Function<CityDatabase, T> work) {
        return borrow(kent, command, existing(kent, name), database -> {
            database.open(kent.progress());
            requireCity(database.owner());
            return work.apply(database);
        });
    }

    private static void requireCity(DataSource owner) {
        boolean isThere = JdbcClient.create(owner)
                .sql("SELECT to_regclass('kent.setting') IS NOT NULL")
                .query(Boolean.class)
                .single();
        if (!isThere)
            throw new UserError("There is no city in this database yet: ./kent up or ./kent import makes one.");
    }

    /** The same over a database that may have no city yet. */
    public static <T> T owner(Workplace kent, String command, String name, Function<DataSource, T> work) {
        return borrow(kent, command, Instance.of(kent.base(), name), database -> {
            database.open(kent.progress());
            return work.apply(database.owner());
        });
    }

    /** The same for work that needs no more than the database's address. */
    public static <T> T server(Workplace kent, String command, Instance instance, Interruptible<DatabaseUrl, T> work)
            throws InterruptedException {
        return borrow(kent, command, instance, database -> work.run(database.start(kent.progress())));
    }

    /** A city that was started here before, so that a slip of the pen makes no new one; or whichever is on the server named to us. */
    public static Instance existing(Workplace kent, String name) {
        Instance instance = Instance.of(kent.base(), name);
        if (isNew(kent, instance))
            throw new UserError("There is no city '" + name + "' here: ./kent status lists those there are.");
        return instance;
    }

    /** Whether it was never started here; of a server named to us nobody can tell. */
    public static boolean isNew(Workplace kent, Instance instance) {
        boolean isElsewhere = DatabaseUrl.find(kent.environment()).isPresent();
        return !isElsewhere && !Instance.list(kent.base()).contains(instance);
    }

    private static <T, E extends Exception> T borrow(
            Workplace kent, String command, Instance instance, Work<CityDatabase, T, E> work) throws E {
        try (Borrowed borrowed =
                new Borrowed(InstanceLock.tryTake(instance, command), new CityDatabase(instance, kent.environment()))) {
            return work.run(borrowed.database);
        }
    }

    /** A database for the time of one command; where nobody else has the city, it is stopped and let go again. */
    private record Borrowed(Optional<InstanceLock> lock, CityDatabase database) implements AutoCloseable {
        @Override
        public void close() {
            if (lock.isEmpty()) {
                database.leave();
                return;
            }
            try {
                database.close();
            } finally {
                lock.get().close();
            }
        }
    }

    /** Work that may fail in its own way. */
    @FunctionalInterface
    private interface Work<D, T, E extends Exception> {
        T run(D database) throws E;
    }

    /** Work that waits for other programs. */
    @FunctionalInterface
    public interface Interruptible<D, T> {
        T run(D database) throws InterruptedException;
    }
}
