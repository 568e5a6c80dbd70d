package tr.kentatlas.api.registry;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import tr.kentatlas.api.City;
import tr.kentatlas.registry.AddressSync;
import tr.kentatlas.registry.maks.MaksRegistry;
import tr.kentatlas.registry.maks.MaksSettings;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.store.schema.Migrations;

/** The synchronisation of the city, and the way to the national address registry, where one is configured by {@code kent.registry.url}, {@code .user} and {@code .password}. */
@Configuration(proxyBeanMethods = false)
class RegistryAccess {
    /** Made when it is first asked for, since it reads the model and the database; then there is one for all requests. */
    @Bean
    @Lazy
    AddressSync addressSync(City city) {
        return new AddressSync(city.desk(), ModelReader.read(), Migrations.storedSrid(city.desk()));
    }

    @Bean
    @ConditionalOnProperty("kent.registry.url")
    MaksRegistry nationalRegistry(
            @Value("${kent.registry.url}") URI url,
            @Value("${kent.registry.user}") String user,
            @Value("${kent.registry.password}") String password) {
        return MaksRegistry.over(MaksSettings.of(url, user, password));
    }
}
