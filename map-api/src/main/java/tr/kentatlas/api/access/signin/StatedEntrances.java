package tr.kentatlas.api.access.signin;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tr.kentatlas.api.access.PartnersOnly;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.http.Open;

/**
 * Who may call each address, as its handler states it: {@link Open}, {@link PartnersOnly} or {@link Permits}, its method before its class.
 * A service in which one states nothing does not start.
 */
@Component
final class StatedEntrances implements SmartInitializingSingleton {
    private static final List<Class<? extends Annotation>> KINDS =
            List.of(Open.class, PartnersOnly.class, Permits.class);

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private volatile Map<Method, Annotation> stated = Map.of();

    StatedEntrances(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Map<Method, Annotation> found = new HashMap<>();
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .forEach(handler -> found.put(handler.getMethod(), require(handler)));
        stated = Map.copyOf(found);
    }

    Annotation of(HandlerMethod handler) {
        return Objects.requireNonNull(stated.get(handler.getMethod()));
    }

    static Annotation require(HandlerMethod handler) {
        return on(handler.getMethod())
                .or(() -> on(handler.getBeanType()))
                .orElseThrow(() -> new IllegalStateException(handler + " does not state who may call it"));
    }

    private static Optional<Annotation> on(AnnotatedElement element) {
        for (Class<? extends Annotation> kind : KINDS) {
            Annotation found = AnnotatedElementUtils.findMergedAnnotation(element, kind);
            if (found != null) return Optional.of(found);
        }
        return Optional.empty();
    }
}
