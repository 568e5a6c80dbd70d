package tr.kentatlas.testsupport;

import java.net.URI;
import org.postgresql.ds.PGSimpleDataSource;

/** What tests connect by. */
public final class Databases {
    private Databases() {}

    /**
     * Points it to a plain address. Set as a whole, an address makes the driver spell out each of its seventy settings in the address of every
     * connection, which Flyway reads through for passwords, a quarter of a second each time.
     *
     * @param url {@code jdbc:postgresql://host:port/database}
     */
    public static <S extends PGSimpleDataSource> S at(S source, String url, String user, String password) {
        URI address = URI.create(url.substring("jdbc:".length()));
        source.setServerNames(new String[] {address.getHost()});
        source.setPortNumbers(new int[] {address.getPort()});
        source.setDatabaseName(address.getPath().substring(1));
        source.setUser(user);
        source.setPassword(password);
        return source;
    }
}
