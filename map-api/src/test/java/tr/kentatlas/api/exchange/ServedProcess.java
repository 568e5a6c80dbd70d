package tr.kentatlas.api.exchange;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;
import tr.kentatlas.api.KentatlasApplication;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.city.Credits;
import tr.kentatlas.cluster.Secret;

/** A process that serves a published city, to be killed: arguments are the database, the roles' password and the journal's folder. */
final class ServedProcess {
    private ServedProcess() {}

    public static void main(String[] args) {
        City city = new City(
                "Örnekova",
                Credits.none(),
                true,
                before("kent_acik", args),
                before("kent_yayin", args),
                before("kent_acik", args),
                before("kent_desk", args),
                new Secret(SmallCity.ADMIN_KEY),
                Path.of(args[2]));
        SpringApplication application = new SpringApplication(KentatlasApplication.class);
        application.setDefaultProperties(Map.of("server.port", 0));
        application.addInitializers(
                context -> ((GenericApplicationContext) context).registerBean("city", City.class, () -> city));
        var web = application.run();
        System.out.println("port " + web.getEnvironment().getProperty("local.server.port"));
    }

    private static DataSource before(String role, String[] args) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(args[0]);
        source.setUser(role);
        source.setPassword(args[1]);
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(4);
        return pool;
    }
}
