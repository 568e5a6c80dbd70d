package tr.kentatlas.api.desk;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import tr.kentatlas.api.KentatlasApplication;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.signin.Passwords;
import tr.kentatlas.api.access.signin.StaffBook;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.thematic.geoserver.Provisioning;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.testsupport.PostgisServer;

/** The small published city with its desk open, served for the tests of one JVM. */
public final class DeskCity {
    private final PGSimpleDataSource owner;
    private final ConfigurableApplicationContext web;
    /** Its passwords cost next to nothing to check. */
    private final StaffBook book;

    private int count;

    private DeskCity(
            PGSimpleDataSource owner,
            Map<String, Object> properties,
            BiConsumer<GenericApplicationContext, PGSimpleDataSource> owned) {
        this.owner = owner;
        this.book = new StaffBook(owner, new Passwords(new Argon2PasswordEncoder(16, 32, 1, 64, 1)));
        City city = SmallCity.city(owner);
        SpringApplication application = new SpringApplication(KentatlasApplication.class);
        application.setDefaultProperties(Map.of("server.port", 0));
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean("city", City.class, () -> city);
            owned.accept(beans, owner);
        });
        String[] arguments = properties.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        web = application.run(arguments);
    }

    public static DeskCity shared() {
        return Holder.CITY;
    }

    /** The one of all tests that ask through a proxy it trusts. */
    public static DeskCity behindProxy() {
        return BehindProxy.CITY;
    }

    /** One of its own, with other settings; the caller closes its {@link #web}. */
    public static DeskCity with(Map<String, Object> properties) {
        return new DeskCity(SmallCity.database(), properties, (beans, owner) -> {});
    }

    /** One of its own whose releases are made by what is made of its owner; the caller closes its {@link #web}. */
    public static DeskCity publishing(Function<PGSimpleDataSource, Publisher> publisher) {
        return new DeskCity(
                SmallCity.database(),
                Map.of(),
                (beans, owner) -> beans.registerBean("publisher", Publisher.class, () -> publisher.apply(owner)));
    }

    /** One of its own, of a few records, beside a GeoServer that is set up by what is made of its owner; the caller closes its {@link #web}. */
    public static DeskCity beside(
            Map<String, Object> properties, Function<PGSimpleDataSource, Provisioning> geoServer) {
        return new DeskCity(
                SmallCity.few(),
                properties,
                (beans, owner) -> beans.registerBean("provisioning", Provisioning.class, () -> geoServer.apply(owner)));
    }

    public ConfigurableApplicationContext web() {
        return web;
    }

    public String url() {
        return "http://localhost:" + Objects.requireNonNull(web.getEnvironment().getProperty("local.server.port"));
    }

    public StaffBook book() {
        return book;
    }

    /** As the owner of its database. */
    public PGSimpleDataSource owner() {
        return owner;
    }

    public JdbcClient database() {
        return JdbcClient.create(owner);
    }

    /** Somebody nobody has seen before, with these roles; not signed in. */
    public synchronized Somebody somebody(Role... roles) {
        String account = "kisi" + ++count;
        Set<Role> set = EnumSet.noneOf(Role.class);
        set.addAll(Set.of(roles));
        String password = book.open(account, "Kişi " + count, set, "test");
        database()
                .sql("UPDATE access.staff SET must_change = false WHERE account = ?")
                .param(account)
                .update();
        return new Somebody(account, password);
    }

    /** A client that is signed in as somebody new with these roles. */
    public DeskClient signedIn(Role... roles) {
        Somebody somebody = somebody(roles);
        DeskClient client = new DeskClient(url());
        client.signIn(somebody.account(), somebody.password());
        return client;
    }

    /** An account and its password. */
    public record Somebody(String account, String password) {}

    private static final class Holder {
        static final DeskCity CITY = PostgisServer.shared().kept(() -> with(Map.of()));
    }

    private static final class BehindProxy {
        static final DeskCity CITY =
                PostgisServer.shared().kept(() -> with(Map.of("kent.trusted-proxies", "127.0.0.0/8,::1")));
    }
}
