package tr.kentatlas.api.exchange;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import tr.kentatlas.api.access.Callers;
import tr.kentatlas.api.exchange.meter.Allowance;
import tr.kentatlas.api.exchange.meter.Meters;
import tr.kentatlas.api.problem.Problem;

/** Takes one request off a partner's allowance, on every channel alike, and tells what is left, and for how long (RFC 8594). */
@Component
final class Toll implements HandlerInterceptor {
    private static final Duration SOON = Duration.ofDays(90);

    private final ObjectProvider<Callers> callers;
    private final Meters meters;
    private volatile @Nullable Callers known;

    Toll(ObjectProvider<Callers> callers, Meters meters) {
        this.callers = callers;
        this.meters = meters;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean isNew =
                request.getHeader("Authorization") != null && request.getDispatcherType() == DispatcherType.REQUEST;
        if (isNew && callers().caller(request) instanceof Partner partner) take(partner, response);
        return true;
    }

    private Callers callers() {
        Callers all = known;
        if (all == null) {
            all = callers.getObject();
            known = all;
        }
        return all;
    }

    /** A program whose key soon opens nothing is told with every answer, and not by the first refusal. */
    private static boolean isSoon(Instant end) {
        return Instant.now().plus(SOON).isAfter(end);
    }

    private void take(Partner partner, HttpServletResponse response) {
        Allowance allowance = meters.take(partner.agreement(), Instant.now());
        response.addHeader("RateLimit-Policy", allowance.policy());
        response.addHeader("RateLimit", allowance.state());
        if (isSoon(partner.endsAt())) {
            response.setDateHeader("Sunset", partner.endsAt().toEpochMilli());
            response.addHeader("Link", "</exchange>; rel=\"sunset\"");
        }
        if (!allowance.isGranted()) throw Problem.tooMany(allowance.refusal(), allowance.retryAfter());
    }
}
