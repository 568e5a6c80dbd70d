package tr.kentatlas.api.ogc.common;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;
import tr.kentatlas.api.problem.Faults;

/** Refuses query parameters the API definition does not name (OGC 17-069r4 §7.8). Items check their own. */
public final class KnownParameters implements HandlerInterceptor {
    private static final Set<String> EVERYWHERE = Set.of("f", "lang", "release");
    private static final Set<String> FORMATS = Set.of("json", "html", "geojson", "tilejson", "mvt");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getRequestURI().contains("/items")) return true;
        Faults faults = new Faults();
        request.getParameterMap().forEach((name, values) -> {
            if (!EVERYWHERE.contains(name)) faults.add(name, "request.unknown");
            else if (values.length > 1) faults.add(name, "request.repeated");
            else complaint(name, values[0], faults);
        });
        faults.settle();
        return true;
    }

    /** What is wrong with a parameter that means the same everywhere. */
    public static void complaint(String name, String value, Faults faults) {
        if (name.equals("f") && !FORMATS.contains(value)) faults.add("f", "request.format");
        if (name.equals("lang") && !value.equals("tr") && !value.equals("en")) faults.add("lang", "request.language");
    }
}
