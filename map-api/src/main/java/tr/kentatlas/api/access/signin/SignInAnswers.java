package tr.kentatlas.api.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;

/** Tells what the security filters refuse as every other error is told. */
@Component
final class SignInAnswers {
    private final HandlerExceptionResolver resolver;

    SignInAnswers(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause) {
        tell(request, response, problem(cause));
    }

    void forged(HttpServletRequest request, HttpServletResponse response, Exception cause) {
        tell(request, response, Problem.forbidden(Wording.of("access.token")));
    }

    private void tell(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        resolver.resolveException(request, response, null, problem);
    }

    private static Problem problem(AuthenticationException cause) {
        return switch (cause) {
            case SignInLocked locked ->
                Problem.tooMany(Wording.of("access.locked"), Duration.between(Instant.now(), locked.until()));
            case BadCredentialsException wrong -> Problem.unauthorized(Wording.of("access.wrong"));
            default -> Problem.unauthorized(Wording.of("access.failed"));
        };
    }
}
