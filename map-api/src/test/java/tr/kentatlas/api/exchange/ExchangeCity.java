package tr.kentatlas.api.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.KentatlasApplication;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.access.ServedEdition;
import tr.kentatlas.api.access.key.Keys;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.exchange.agreement.Agreement;
import tr.kentatlas.api.exchange.agreement.Agreements;
import tr.kentatlas.api.exchange.agreement.Draft;
import tr.kentatlas.api.exchange.agreement.Standing.State;
import tr.kentatlas.api.exchange.agreement.TermsReader;
import tr.kentatlas.api.ops.jobs.Job;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Replacing;
import tr.kentatlas.testsupport.Patience;
import tr.kentatlas.testsupport.PostgisServer;

/** The small published city, served with its exchange, for tests to be partners of. */
final class ExchangeCity implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PGSimpleDataSource owner;
    private final ConfigurableApplicationContext web;
    private final HttpClient client = HttpClient.newHttpClient();
    private int count;

    ExchangeCity() {
        this(Map.of());
    }

    /** The one of all tests of this JVM whose partners change nothing that others are shown; nobody publishes in it or closes it. */
    static ExchangeCity shared() {
        return Holder.CITY;
    }

    /** Of a few records of each type, for tests that publish again and again. */
    static ExchangeCity ofFew() {
        return new ExchangeCity(SmallCity.few(), Map.of(), context -> {}, SmallCity.journal());
    }

    /** With other settings. */
    ExchangeCity(Map<String, Object> properties) {
        this(properties, context -> {});
    }

    /** With a clock of its own. */
    ExchangeCity(InstantSource clock) {
        this(Map.of(), context -> context.registerBean("clock", InstantSource.class, () -> clock));
    }

    /** With its journals in that folder. */
    ExchangeCity(Path journal) {
        this(Map.of(), context -> {}, journal);
    }

    private ExchangeCity(Map<String, Object> properties, Consumer<GenericApplicationContext> more) {
        this(properties, more, SmallCity.journal());
    }

    private ExchangeCity(Map<String, Object> properties, Consumer<GenericApplicationContext> more, Path journal) {
        this(SmallCity.database(), properties, more, journal);
    }

    private ExchangeCity(
            PGSimpleDataSource owner,
            Map<String, Object> properties,
            Consumer<GenericApplicationContext> more,
            Path journal) {
        this.owner = owner;
        City city = SmallCity.city(owner, journal);
        SpringApplication application = new SpringApplication(KentatlasApplication.class);
        Map<String, Object> all = new HashMap<>(properties);
        all.put("server.port", 0);
        application.setDefaultProperties(all);
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean("city", City.class, () -> city);
            more.accept(beans);
        });
        web = application.run();
    }

    /** An agreement in force and one of its keys. */
    record Partnership(Agreement agreement, String key) {
        String[] header() {
            return new String[] {"Authorization", "Bearer " + key};
        }
    }

    Draft draft() {
        return Draft.of("2026/" + ++count);
    }

    /** A partner who is shown the storeys of the buildings that meet a condition. */
    Partnership partner(String rows) {
        Draft draft = draft();
        draft.layer("bina", List.of("zeminUstuKatSayisi")).put("rows", rows);
        return partner(draft);
    }

    Partnership partner(Draft draft) {
        Agreements agreements = web.getBean(Agreements.class);
        long id = agreements
                .add(TermsReader.read(draft.json(), edition().current()), "test")
                .id();
        Agreement active = agreements.turn(id, State.ACTIVE, null, "test");
        Instant expires = Instant.now().plus(Duration.ofDays(30));
        String key = web.getBean(Keys.class).make(id, "test", expires, "test").reveal();
        web.getBean(BookKeeper.class).renew();
        return new Partnership(active, key);
    }

    String url() {
        return "http://localhost:" + Objects.requireNonNull(web.getEnvironment().getProperty("local.server.port"));
    }

    <T> T bean(Class<T> type) {
        return web.getBean(type);
    }

    /** The background jobs of that name. */
    List<Job> jobs(String name) {
        return web.getBeansOfType(Job.class).values().stream()
                .filter(job -> job.name().equals(name))
                .toList();
    }

    ServedEdition edition() {
        return web.getBean(ServedEdition.class);
    }

    JdbcClient database() {
        return JdbcClient.create(owner);
    }

    PGSimpleDataSource owner() {
        return owner;
    }

    /** Where in the tiles of zoom 14 there are buildings, as z/y/x. */
    String tile() {
        return SmallCity.tile(database());
    }

    /** The place of a building, as longitude and latitude. */
    String building() {
        return database()
                .sql("SELECT ST_X(c) || ',' || ST_Y(c) FROM"
                        + " (SELECT ST_Centroid(ST_Transform(geom, 4326)) AS c FROM working.bina LIMIT 1) b")
                .query(String.class)
                .single();
    }

    /** Brings what was written down to the tables, as the background does every second. */
    void ship() {
        for (Job job : jobs("receipts")) {
            try {
                job.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Publishes the working data of these themes (all when none is named) as it is and waits until it is served. */
    long publish(String... themes) {
        long release = publish(owner, themes);
        await(release);
        return release;
    }

    /** Publishes the working data of any such database as it is. */
    static long publish(PGSimpleDataSource database, String... themes) {
        Publisher publisher = publisher(database);
        publisher.draft(List.of(themes), "test", null, Replacing.ANY, Progress.silent());
        publisher.check(Progress.silent());
        publisher.approve(List.of(), new Decision(Approval.COUNCIL, "2026/9", LocalDate.of(2026, 11, 3), "test"));
        return publisher.publish("test", "test", Progress.silent()).number();
    }

    void rollback() {
        await(publisher(owner).rollback(null, "test", "test").number());
    }

    void rollback(long release) {
        await(publisher(owner).rollback(release, "test", "test").number());
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) request.headers(headers);
        return send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpResponse<byte[]> bytes(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) request.headers(headers);
        return send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    JsonNode json(String path, Partnership partner) {
        HttpResponse<String> answer = get(path, partner.header());
        if (answer.statusCode() != 200)
            throw new IllegalStateException(path + " " + answer.statusCode() + answer.body());
        return JSON.readTree(answer.body());
    }

    /** What {@code application/x-ndjson} tells. */
    List<JsonNode> lines(String path, Partnership partner) {
        HttpResponse<String> answer =
                get(path, "Authorization", "Bearer " + partner.key(), "Accept", "application/x-ndjson");
        if (answer.statusCode() != 200) throw new IllegalStateException(path + " " + answer.statusCode());
        return answer.body().lines().map(JSON::readTree).toList();
    }

    @Override
    public void close() {
        web.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path));
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void await(long release) {
        Instant end = Instant.now().plusSeconds(30);
        while (edition().current().release() != release) {
            if (Instant.now().isAfter(end)) throw new IllegalStateException("release " + release + " is not served");
            Patience.aMoment();
        }
    }

    private static Publisher publisher(PGSimpleDataSource database) {
        Model model = ModelReader.read();
        return new Publisher(database, model, SmallCity.SRID, (draft, progress) -> List.of(), List.of());
    }

    private static final class Holder {
        static final ExchangeCity CITY = PostgisServer.shared().kept(ExchangeCity::new);
    }
}
