package tr.kentatlas.cluster;

/** Where a running cluster answers, and as whom its owner (a superuser) signs in. */
public record ServerAddress(String host, int port, String user, Secret password) {
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }
}
