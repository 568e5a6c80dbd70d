package tr.kentatlas.api.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.cli.instance.WebPort;
import tr.kentatlas.testsupport.Patience;

/** What the guide answers while its database is away, and that it comes back by itself. */
class GuideWithoutDatabaseTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final PGSimpleDataSource owner = SmallCity.few();

    @Test
    @Timeout(120)
    void placesAreFoundWithoutItAndTheRestComesBackByItself(@TempDir Path folder) throws Exception {
        WebPort port = FreePort.find();
        try (Relay relay = new Relay(owner.getPortNumbers()[0]);
                var web = WebServer.start(port, over(relay), folder)) {
            assertThat(web.isRunning()).isTrue();
            String url = port.url();
            String found = get(url + "/api/guide/search?q=112/10", "*/*").body();
            String page = url
                    + JsonMapper.shared()
                            .readTree(found)
                            .path("results")
                            .path(0)
                            .path("path")
                            .asString();
            String features = url + "/ogc/collections/bina/items?limit=1&sortby=-adi";
            assertThat(get(features, "*/*").statusCode()).isEqualTo(200);

            relay.cut();
            assertThat(get(url + "/api/guide/search?q=112/10", "*/*").body()).isEqualTo(found);
            assertThat(get(page, "text/html").statusCode()).isEqualTo(200);
            assertThat(get(page + "?f=pdf", "*/*").statusCode()).isEqualTo(200);
            HttpResponse<String> away = get(features, "*/*");
            assertThat(away.statusCode()).as(away.body()).isEqualTo(503);
            assertThat(away.body()).contains("/problems/database-away");
            assertThat(away.headers().firstValue("Retry-After")).isPresent();
            assertThat(get(features, "text/html").body()).contains("Veritabanına şu anda ulaşılamıyor");
            assertThat(get(features + "&lang=en", "text/html").body()).contains("The database cannot be reached");

            relay.mend();
            while (get(features, "*/*").statusCode() == 503) Patience.aMoment();
            assertThat(get(features, "*/*").statusCode()).isEqualTo(200);
        }
    }

    private City over(Relay relay) {
        City city = SmallCity.city(owner);
        return new City(
                city.name(),
                city.credits(),
                city.isSample(),
                through(relay, city.open()),
                through(relay, city.named()),
                through(relay, city.watched()),
                through(relay, city.desk()),
                city.adminKey(),
                city.journal());
    }

    private static DataSource through(Relay relay, DataSource source) {
        HikariDataSource pool = (HikariDataSource) source;
        PGSimpleDataSource database = (PGSimpleDataSource) Objects.requireNonNull(pool.getDataSource());
        database.setPortNumbers(new int[] {relay.port()});
        pool.setConnectionTimeout(1_000);
        return pool;
    }

    private HttpResponse<String> get(String url, String accept) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).header("Accept", accept).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
