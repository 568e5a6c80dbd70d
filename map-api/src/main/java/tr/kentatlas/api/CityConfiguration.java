package tr.kentatlas.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.access.ServedEdition;
import tr.kentatlas.api.city.City;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.release.Releases;
import tr.kentatlas.spatial.store.FeatureStore;
import tr.kentatlas.spatial.store.TileStore;

/** The parts of spatial-core the web side reads through. */
@Configuration(proxyBeanMethods = false)
class CityConfiguration {

    @Bean
    FeatureStore featureStore(City city) {
        return new FeatureStore(city.open(), city.named());
    }

    @Bean
    TileStore tileStore(FeatureStore features) {
        return new TileStore(features);
    }

    @Bean(destroyMethod = "close")
    ServedEdition servedEdition(City city) {
        JdbcClient open = JdbcClient.create(city.open());
        return new ServedEdition(new Releases(open), new Editions(open));
    }
}
