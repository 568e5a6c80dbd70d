package tr.kentatlas.api.exchange.bulk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tr.kentatlas.spatial.delivery.FeatureFile;
import tr.kentatlas.spatial.delivery.GeoPackageFile;
import tr.kentatlas.spatial.store.FeatureStore;

/** The formats partners fetch whole layers in. */
@Configuration(proxyBeanMethods = false)
class BulkConfiguration {

    @Bean
    FeatureFile geoPackage(FeatureStore features) {
        return new GeoPackageFile(features);
    }

    @Bean
    FeatureFile geoJson(FeatureStore features) {
        return new GeoJsonFile(features);
    }
}
