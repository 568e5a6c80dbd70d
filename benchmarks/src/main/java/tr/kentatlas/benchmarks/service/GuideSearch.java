package tr.kentatlas.benchmarks.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.address.TurkishText;

/** The City Guide's search: how long answers take at a steady rate, and its speed beside PostgreSQL's trigrams over the same places. */
final class GuideSearch {
    private static final int PER_SECOND = 50;
    private static final double LONGEST = 10;

    private final BenchCity city;
    private final ServedProcess service;
    private final int places;
    private final List<String> typed;

    private GuideSearch(BenchCity city, ServedProcess service, int places, List<String> typed) {
        this.city = city;
        this.service = service;
        this.places = places;
        this.typed = typed;
    }

    /** Waits for the service's own index, and puts the same places into a table with a trigram index. */
    static GuideSearch make(BenchCity city, ServedProcess service, Path folder) throws IOException, SQLException {
        List<KnownPlace> places = KnownPlace.all(city, folder);
        fill(city, places);
        GuideSearch search = new GuideSearch(city, service, places.size(), TypedTexts.of(places));
        service.await(search.calls().getFirst().path());
        return search;
    }

    private static void fill(BenchCity city, List<KnownPlace> places) throws IOException, SQLException {
        JdbcClient jdbc = city.jdbc();
        jdbc.sql("CREATE EXTENSION IF NOT EXISTS pg_trgm").update();
        jdbc.sql("CREATE TABLE floor.place (id uuid, title text, folded text)").update();
        StringBuilder rows = new StringBuilder();
        for (KnownPlace place : places) {
            rows.append(place.id()).append('\t').append(plain(place.title()));
            rows.append('\t').append(plain(place.folded())).append('\n');
        }
        try (Connection connection = city.owner().getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY floor.place FROM STDIN", new StringReader(rows.toString()));
        }
        jdbc.sql("CREATE INDEX ON floor.place USING gin (folded gin_trgm_ops)").update();
        jdbc.sql("VACUUM ANALYZE floor.place").update();
    }

    private static String plain(String text) {
        return text.replaceAll("[\\\\\t\r\n]", " ");
    }

    /** Ten places for each text, either way. */
    Comparison besideTrigrams(Path scripts) throws IOException {
        return new Comparison(
                "City Guide search",
                "pgbench pg_trgm",
                new PgBench(city, scripts, "trigram", sql())::rate,
                new Load(service.address(), calls())::rate,
                5);
    }

    private List<Load.Call> calls() {
        return typed.stream()
                .map(text -> new Load.Call("/api/guide/search?limit=10&q=" + URLEncoder.encode(text, UTF_8), ""))
                .toList();
    }

    private List<String> sql() {
        return typed.stream()
                .map(text -> "'" + TurkishText.searchKey(text).replace("'", "''") + "'")
                .map(text -> "SELECT id, title, similarity(folded, " + text
                        + ") AS fit FROM floor.place WHERE folded % " + text + " ORDER BY fit DESC LIMIT 10")
                .toList();
    }

    /** A row of the table: answer times at a steady rate. */
    String steady(int warmUp, int rounds, int seconds) throws IOException, InterruptedException {
        OpenLoop loop = new OpenLoop(service.address(), calls(), PER_SECOND);
        loop.run(warmUp);
        Figure middle = new Figure();
        Figure high = new Figure();
        Figure highest = new Figure();
        for (int i = 0; i < rounds; i++) {
            OpenLoop.Times times = loop.run(seconds);
            middle.add(times.within(0.5));
            high.add(times.within(0.95));
            highest.add(times.within(0.99));
        }
        return String.format(
                Locale.ROOT,
                "| City Guide search at %d requests/s, p95 | | ≤ %.0f ms%s | **%s** (median %.2f ms, p99 %.2f ms) |"
                        + " arrivals at fixed times, timed from when each was due |",
                PER_SECOND,
                LONGEST,
                high.median() <= LONGEST ? "" : " (not reached)",
                high.precise("ms"),
                middle.median(),
                highest.median());
    }

    /** How many places there are, and for how many of the texts either way finds any. */
    String fact() throws IOException, InterruptedException {
        int ours = 0;
        for (Load.Call call : calls()) {
            String answer = new String(Load.get(service.address().resolve(call.path())), UTF_8);
            if (!answer.contains("\"results\":[]")) ours++;
        }
        long theirs = sql().stream()
                .filter(sql -> !city.jdbc().sql(sql).query().listOfRows().isEmpty())
                .count();
        return String.format(
                Locale.ROOT,
                "%,d places are searched; of %d typed texts the search finds something for %d, trigrams for %d",
                places,
                typed.size(),
                ours,
                theirs);
    }
}
