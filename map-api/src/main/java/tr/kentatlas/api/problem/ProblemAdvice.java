package tr.kentatlas.api.problem;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import tr.kentatlas.spatial.feature.cql2.FilterException;
import tr.kentatlas.spatial.store.StoreFailed;

/** Turns every error into problem details. A server fault carries an incident number and nothing else of what happened. */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem problem) {
        return answer(problem.status(), problem.type(), problem.getMessage(), problem.faults());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> filter(FilterException fault) {
        return problem(Problem.invalid(List.of(new Problem.Fault("filter", String.valueOf(fault.getMessage())))));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> store(StoreFailed failure) {
        if (failure.timedOut()) {
            return answer(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "too-heavy",
                    "The question took too long: narrow the box or simplify the filter.",
                    List.of());
        }
        if (failure.isOverflow()) {
            return problem(Problem.invalid(List.of(new Problem.Fault("filter", "a computed number is out of range"))));
        }
        return unexpected(failure);
    }

    /** The caller went away; nobody is left to answer. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException left) {
        LOG.debug("the caller went away", left);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e) {
        if (e instanceof ErrorResponse known) {
            HttpStatusCode status = known.getStatusCode();
            return answer(status, "http-" + status.value(), known.getBody().getDetail(), List.of());
        }
        URI incident = URI.create("urn:uuid:" + UUID.randomUUID());
        LOG.error("unexpected failure incident={}", incident, e);
        var answer = answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal",
                "Something failed here. Quote the instance to support.",
                List.of());
        ProblemDetail body = answer.getBody();
        if (body != null) body.setInstance(incident);
        return answer;
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatusCode status, String type, @Nullable String detail, List<Problem.Fault> faults) {
        ProblemDetail body = ProblemDetail.forStatus(status);
        body.setType(URI.create("/problems/" + type));
        body.setDetail(detail);
        if (!faults.isEmpty()) body.setProperty("errors", faults);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header("Cache-Control", "no-store")
                .body(body);
    }
}
