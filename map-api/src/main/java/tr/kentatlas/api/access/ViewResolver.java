package tr.kentatlas.api.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tr.kentatlas.api.ServedEdition;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.spatial.store.Edition;

/** Pins the edition of a request, the served one or the one its {@code release} parameter names, and finds the caller's grant on it. */
@Component
class ViewResolver implements HandlerMethodArgumentResolver {
    private static final String RELEASE = "release";

    private final ServedEdition served;
    private final Callers callers;

    ViewResolver(ServedEdition served, Callers callers) {
        this.served = served;
        this.callers = callers;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == View.class;
    }

    @Override
    public View resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        HttpServletRequest http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        Edition edition = edition(http.getParameter(RELEASE));
        return new View(edition, callers.grant(http, edition));
    }

    private Edition edition(@Nullable String release) {
        if (release == null) return served.current();
        try {
            return served.find(Long.parseLong(release))
                    .orElseThrow(() -> Problem.gone("Release " + release + " is not kept any more."));
        } catch (NumberFormatException e) {
            throw Problem.invalid(List.of(new Problem.Fault(RELEASE, "a release is a number")));
        }
    }
}
