package tr.kentatlas.api.registry;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.ops.Variables;
import tr.kentatlas.registry.AddressSync;
import tr.kentatlas.registry.maks.MaksRegistry;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.store.schema.Migrations;

/** The synchronisation of the city, and the way to the national address registry, where one is named ({@link RegistrySettings}). */
@Configuration(proxyBeanMethods = false)
class RegistryAccess {
    /** Made when it is first asked for, since it reads the model and the database; then there is one for all requests. */
    @Bean
    @Lazy
    AddressSync addressSync(City city) {
        return new AddressSync(city.desk(), ModelReader.read(), Migrations.storedSrid(city.desk()));
    }

    @Bean
    @Conditional(IsNamed.class)
    MaksRegistry nationalRegistry(Environment environment) {
        return settings(environment).orElseThrow().registry();
    }

    private static Optional<RegistrySettings> settings(Environment environment) {
        return RegistrySettings.in(Variables.in(environment));
    }

    /** Whether a registry is named at all. */
    static final class IsNamed implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return settings(context.getEnvironment()).isPresent();
        }
    }
}
