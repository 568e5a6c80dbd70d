package tr.kentatlas.api.ogc.common;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;

/** Refuses query parameters the API definition does not name (OGC 17-069r4 §7.8). Items check their own. */
public final class KnownParameters implements HandlerInterceptor {
    private static final Set<String> EVERYWHERE = Set.of("f", "lang", "release");
    private static final Set<String> FORMATS = Set.of("json", "html", "geojson", "tilejson", "mvt");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getRequestURI().contains("/items")) return true;
        List<Problem.Fault> faults = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!EVERYWHERE.contains(name)) faults.add(new Problem.Fault(name, Wording.of("request.unknown")));
            else if (values.length > 1) faults.add(new Problem.Fault(name, Wording.of("request.repeated")));
            else complaint(name, values[0], faults);
        });
        if (!faults.isEmpty()) throw Problem.invalid(faults);
        return true;
    }

    /** What is wrong with a parameter that means the same everywhere. */
    public static void complaint(String name, String value, List<Problem.Fault> faults) {
        if (name.equals("f") && !FORMATS.contains(value))
            faults.add(new Problem.Fault("f", Wording.of("request.format")));
        if (name.equals("lang") && !value.equals("tr") && !value.equals("en"))
            faults.add(new Problem.Fault("lang", Wording.of("request.language")));
    }
}
