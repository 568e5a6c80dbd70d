package tr.kentatlas.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import tr.kentatlas.api.page.Negotiation;
import tr.kentatlas.spatial.feature.cql2.FilterException;
import tr.kentatlas.spatial.store.StoreFailed;

/**
 * Turns every error into problem details, or for people into a page. A server fault carries an incident number and nothing else of what
 * happened.
 */
@ControllerAdvice
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** The caller went away; nobody is left to answer. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException left) {
        LOG.debug("the caller went away", left);
    }

    /** An answer that has begun cannot become a problem: the fault goes on to the server, which breaks the connection. */
    @ExceptionHandler
    Object any(Exception happened, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            LOG.warn("an answer broke off: {}", happened.toString());
            throw happened;
        }
        Exception fault = outside(happened);
        ProblemDetail body = body(fault);
        response.setHeader("Cache-Control", "no-store");
        if (fault instanceof Problem problem) problem.retryAfter().ifPresent(wait -> retryAfter(response, wait));
        if (fault instanceof ErrorResponse known)
            known.getHeaders().forEach((name, values) -> put(response, name, values));
        if (body.getStatus() == HttpStatus.UNAUTHORIZED.value()) response.setHeader("WWW-Authenticate", "Bearer");
        return Negotiation.isForPeople(request) ? page(body) : json(body);
    }

    /** What is the operator's to mend and will pass is told as such. */
    private static Exception outside(Exception happened) {
        if (DatabaseAway.caused(happened)) {
            LOG.warn("the database is away: {}", happened.toString());
            return Problem.databaseAway();
        }
        if (DatabaseAway.ranOutOfRoom(happened)) {
            LOG.error("the disk is full: {}", happened.toString());
            return Problem.unavailable(
                    "There is no room left on the server's disk, and nothing was changed. Try again later.");
        }
        return happened;
    }

    /** RFC 9110 §10.2.3, rounded up. */
    private static void retryAfter(HttpServletResponse response, Duration wait) {
        response.setHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds() + 1)));
    }

    /** Such as the methods an address takes (RFC 9110 §15.5.6). */
    private static void put(HttpServletResponse response, String name, List<String> values) {
        response.setHeader(name, String.join(", ", values));
    }

    private static ProblemDetail body(Exception fault) {
        return switch (fault) {
            case Problem problem -> body(problem);
            case FilterException filter -> body(invalid("filter", String.valueOf(filter.getMessage())));
            case StoreFailed failure -> store(failure);
            case MethodArgumentTypeMismatchException mistyped ->
                body(invalid(mistyped.getName(), "this value cannot be read"));
            case HttpMessageNotReadableException unreadable -> body(unreadable(unreadable));
            case HttpException unreadable ->
                body(invalid("query", "percent signs must be followed by two hex digits, and the text must be UTF-8"));
            case ErrorResponse known ->
                body(
                        HttpStatus.valueOf(known.getStatusCode().value()),
                        "http-" + known.getStatusCode().value(),
                        known.getBody().getDetail());
            default -> unexpected(fault);
        };
    }

    /** A body may be no JSON, of another form, or missing; or the record made from it has told what is wrong itself. */
    private static Problem unreadable(HttpMessageNotReadableException fault) {
        for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem told) return told;
        }
        return invalid("body", "send JSON of the form this address takes");
    }

    private static ProblemDetail store(StoreFailed failure) {
        if (failure.timedOut()) {
            return body(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "too-heavy",
                    "The question took too long: narrow the box or simplify the filter.");
        }
        if (failure.isDropped()) return body(Problem.gone("This release is not kept any more: begin again."));
        if (failure.isOverflow()) return body(invalid("query", "a value of the question is none the data can have"));
        return unexpected(failure);
    }

    private static ProblemDetail unexpected(Exception fault) {
        URI incident = URI.create("urn:uuid:" + UUID.randomUUID());
        LOG.error("unexpected failure incident={}", incident, fault);
        ProblemDetail body = body(
                HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something failed here. Quote the instance to support.");
        body.setInstance(incident);
        return body;
    }

    private static Problem invalid(String parameter, String detail) {
        return Problem.invalid(List.of(new Problem.Fault(parameter, detail)));
    }

    private static ProblemDetail body(Problem problem) {
        ProblemDetail body = body(problem.status(), problem.type(), problem.getMessage());
        if (!problem.faults().isEmpty()) body.setProperty("errors", problem.faults());
        return body;
    }

    private static ProblemDetail body(HttpStatus status, String type, @Nullable String detail) {
        ProblemDetail body = ProblemDetail.forStatus(status);
        body.setType(URI.create("/problems/" + type));
        body.setDetail(detail);
        return body;
    }

    private static ResponseEntity<ProblemDetail> json(ProblemDetail body) {
        return ResponseEntity.status(body.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private static ModelAndView page(ProblemDetail body) {
        ModelAndView page = new ModelAndView("problem");
        page.setStatus(HttpStatus.valueOf(body.getStatus()));
        page.addObject("problem", body);
        page.addObject(
                "faults",
                body.getProperties() == null ? List.of() : body.getProperties().get("errors"));
        return page;
    }
}
