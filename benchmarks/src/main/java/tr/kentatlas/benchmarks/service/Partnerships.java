package tr.kentatlas.benchmarks.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.access.key.Keys;
import tr.kentatlas.api.exchange.agreement.Agreements;
import tr.kentatlas.api.exchange.agreement.Standing;
import tr.kentatlas.api.exchange.agreement.Terms;
import tr.kentatlas.api.exchange.agreement.TermsReader;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.store.Edition;

/** What an agreement costs: the same rows and fields asked for with a key and without, and the feed beside a bare COPY of them. */
final class Partnerships {
    /** Each agreement has its own allowance; together they have more than is asked for. */
    private static final int OF_EACH = 12;

    private static final int MOST_PER_MINUTE = 60_000;

    private final BenchCity city;
    private final Queries queries;
    private final List<String> all;
    private final List<String> few;

    private Partnerships(BenchCity city, Queries queries, List<String> all, List<String> few) {
        this.city = city;
        this.queries = queries;
        this.all = all;
        this.few = few;
    }

    /** Agreements on the buildings, with all their public fields and with {@link Queries#FEW}. */
    static Partnerships make(BenchCity city, Queries queries) {
        return new Partnerships(
                city,
                queries,
                keys(city, "all", attribute -> true),
                keys(city, "few", attribute -> Queries.FEW.contains(attribute.name())));
    }

    List<Comparison> comparisons(URI service) {
        List<Comparison> comparisons = new ArrayList<>();
        comparisons.add(
                grant(service, "100 features by box and filter", queries.pages("acik", Queries.Fields.ALL), all));
        comparisons.add(grant(service, "the same, 8 fields", queries.pages("acik", Queries.Fields.FEW), few));
        comparisons.add(grant(service, "tile z14", queries.tiles("acik"), all));
        comparisons.add(grant(service, "one feature", queries.items(), all));
        comparisons.add(feed(service, "all public fields", all.getFirst(), attribute -> true));
        comparisons.add(feed(service, "8 fields", few.getFirst(), attribute -> Queries.FEW.contains(attribute.name())));
        return comparisons;
    }

    private static Comparison grant(URI service, String what, List<Load.Call> open, List<String> keys) {
        boolean chosen = open.getFirst().path().contains("&properties=");
        List<Load.Call> granted = new ArrayList<>();
        for (String key : keys) {
            for (Load.Call call : open) {
                String path = chosen ? call.path().substring(0, call.path().indexOf("&properties=")) : call.path();
                granted.add(new Load.Call(path, key));
            }
        }
        return new Comparison(
                "under an agreement: " + what,
                "the public",
                new Load(service, open)::rate,
                new Load(service, granted)::rate,
                0.95);
    }

    private Comparison feed(URI service, String what, String key, Predicate<Attribute> wanted) {
        String columns = Stream.concat(
                        Stream.of("tucbs_no", "geojson"),
                        city.all("acik").stream().filter(wanted).map(Attribute::column))
                .collect(Collectors.joining(", "));
        String copy = "COPY (SELECT " + columns + " FROM " + city.published("acik") + ") TO STDOUT";
        return new Comparison(
                "feed from nothing, " + what + " (rows)",
                "COPY TO STDOUT",
                seconds -> rate(seconds, () -> copied(copy)),
                seconds -> rate(seconds, () -> told(service, key)),
                0.5);
    }

    private static double rate(int seconds, Rows rows) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        long done = 0;
        while (System.nanoTime() - begun < seconds * 1_000_000_000L) done += rows.read();
        return done * 1e9 / (System.nanoTime() - begun);
    }

    /** Reads everything once and tells how many rows there were. */
    @FunctionalInterface
    private interface Rows {
        long read() throws IOException, InterruptedException;
    }

    private long copied(String copy) throws IOException {
        try (Connection connection = city.owner().getConnection()) {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, OutputStream.nullOutputStream());
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static long told(URI service, String key) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(service.resolve("/exchange/changes"))
                    .header("Authorization", "Bearer " + key)
                    .header("Accept", "application/x-ndjson")
                    .build();
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) throw new IOException("the feed answered " + answer.statusCode());
            return entries(lines(answer.body()));
        }
    }

    /** After every thousand entries, and at the end, a line is a token. */
    private static long entries(long lines) {
        return lines - 1 - (lines - 1) / 1_001;
    }

    private static long lines(InputStream body) throws IOException {
        long lines = 0;
        byte[] buffer = new byte[1 << 16];
        try (body) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                for (int i = 0; i < read; i++) if (buffer[i] == '\n') lines++;
            }
        }
        return lines;
    }

    private static List<String> keys(BenchCity city, String name, Predicate<Attribute> wanted) {
        JdbcClient jdbc = JdbcClient.create(city.owner());
        Agreements agreements = new Agreements(jdbc, new TransactionTemplate(new JdbcTransactionManager(city.owner())));
        Edition edition = new Editions(jdbc).find(1).orElseThrow();
        return IntStream.range(0, OF_EACH)
                .mapToObj(i -> TermsReader.read(terms(city, name + "/" + i, wanted), edition))
                .map(terms -> key(agreements, Keys.ofAgreements(jdbc), terms))
                .toList();
    }

    private static String key(Agreements agreements, Keys keys, Terms terms) {
        long id = agreements.add(terms, "bench").id();
        agreements.turn(id, Standing.State.ACTIVE, null, "bench");
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        return keys.make(id, "bench", tomorrow, "bench").reveal();
    }

    private static ObjectNode terms(BenchCity city, String number, Predicate<Attribute> wanted) {
        ObjectNode terms = JsonMapper.shared().createObjectNode();
        for (String name : List.of("provider", "partner", "purpose")) terms.put(name, "bench");
        terms.put("number", number);
        terms.putObject("decision").put("number", "1").put("date", "2026-11-03");
        terms.put("from", "2020-01-01").put("until", "2040-12-31");
        terms.putArray("releases").add("published");
        terms.put("ratePerMinute", MOST_PER_MINUTE).put("monthlyQuota", 1_000_000_000L);
        ObjectNode layer = terms.putArray("layers").addObject();
        var fields = layer.put("type", "bina").putArray("fields");
        city.all("acik").stream()
                .filter(attribute -> !attribute.isPublic() || attribute.isFullyPublic())
                .filter(wanted)
                .forEach(attribute -> fields.add(attribute.name()));
        return terms;
    }
}
