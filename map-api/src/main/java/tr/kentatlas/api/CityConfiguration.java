package tr.kentatlas.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.access.ServedEdition;
import tr.kentatlas.api.city.City;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.release.Releases;
import tr.kentatlas.spatial.store.FeatureStore;
import tr.kentatlas.spatial.store.WallReader;
import tr.kentatlas.spatial.store.map.TileStore;

/** The parts of spatial-core the web side reads through. */
@Configuration(proxyBeanMethods = false)
class CityConfiguration {

    @Bean
    WallReader wallReader(City city) {
        return new WallReader(city.open(), city.named());
    }

    @Bean
    FeatureStore featureStore(WallReader reader) {
        return new FeatureStore(reader);
    }

    @Bean
    TileStore tileStore(WallReader reader) {
        return new TileStore(reader);
    }

    @Bean
    ServedEdition servedEdition(City city) {
        JdbcClient open = JdbcClient.create(city.open());
        return new ServedEdition(new Releases(open), new Editions(open), city.credits()::renew);
    }
}
