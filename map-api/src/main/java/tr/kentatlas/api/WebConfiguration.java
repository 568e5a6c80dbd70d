package tr.kentatlas.api;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tr.kentatlas.api.access.signin.PermitsInterceptor;
import tr.kentatlas.api.http.Negotiation;
import tr.kentatlas.api.http.SafeHeaders;
import tr.kentatlas.api.ogc.common.KnownParameters;
import tr.kentatlas.api.ogc.features.FilterSeats;

/** What holds for every address: the page's files, security headers, and that any page may read the public API. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    private static final List<String> GRANTED = List.of("/ogc", "/wms", "/api/thematic");

    /** Whose bytes are the same in every form and language. Of /wms pictures are; its other answers say themselves what they follow. */
    private static final Pattern PLAIN = Pattern.compile("/tiles/[^/]+/.|^/wms$");

    private final List<HandlerMethodArgumentResolver> resolvers;

    private final PermitsInterceptor permits;
    private final FilterSeats seats;

    WebConfiguration(List<HandlerMethodArgumentResolver> resolvers, PermitsInterceptor permits, FilterSeats seats) {
        this.resolvers = resolvers;
        this.permits = permits;
        this.seats = seats;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> all) {
        all.addAll(resolvers);
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.strategies(List.of(new Negotiation()));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters()).addPathPatterns("/ogc", "/ogc/**");
        registry.addInterceptor(permits);
        registry.addInterceptor(seats).addPathPatterns("/ogc/collections/*/items");
    }

    /** File names under /assets carry a hash of their content. All files of a build have the same date, as have those of the next one. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable());
        registry.addResourceHandler("/index.html", "/tematik.html", "/licences.txt", "/favicon.svg")
                .addResourceLocations("classpath:/static/")
                .setUseLastModified(false)
                .setEtagGenerator(WebConfiguration::contentHash)
                .setCacheControl(CacheControl.noCache());
    }

    private static String contentHash(Resource file) {
        try {
            return "\"" + UUID.nameUUIDFromBytes(file.getContentAsByteArray()) + "\"";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a filter, so that a page elsewhere can read what is wrong also where nothing is found. */
    @Bean
    CorsFilter corsFilter() {
        CorsConfiguration reading = new CorsConfiguration();
        reading.setAllowedMethods(List.of("GET", "HEAD", "OPTIONS"));
        reading.setAllowedOrigins(List.of("*"));
        reading.setAllowedHeaders(List.of("*"));
        reading.setExposedHeaders(List.of("Content-Crs", "ETag", "Link"));
        reading.setMaxAge(86_400L);
        UrlBasedCorsConfigurationSource open = new UrlBasedCorsConfigurationSource();
        for (String path : List.of("/ogc/**", "/api/guide/**")) open.registerCorsConfiguration(path, reading);
        return new CorsFilter(open);
    }

    /** The same address answers differently by form, language and grant; what a key opens is no shared cache's. */
    private static void granted(HttpServletRequest request, HttpServletResponse response) {
        if (!PLAIN.matcher(request.getRequestURI()).find()) response.addHeader("Vary", "Accept, Accept-Language");
        response.addHeader("Vary", "Authorization");
        if (request.getHeader("Authorization") != null) response.setHeader("Cache-Control", "private, no-store");
    }

    @Bean
    Filter securityHeaders() {
        return (request, response, chain) -> {
            begin((HttpServletRequest) request, (HttpServletResponse) response);
            chain.doFilter(request, response);
        };
    }

    private static void begin(HttpServletRequest request, HttpServletResponse response) {
        SafeHeaders.ALL.forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-cache"); // what knows better says so
        if (GRANTED.stream().anyMatch(request.getRequestURI()::startsWith)) granted(request, response);
    }
}
