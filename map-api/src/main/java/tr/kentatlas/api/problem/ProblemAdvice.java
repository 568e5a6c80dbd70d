package tr.kentatlas.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.QueryTimeoutException;
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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tr.kentatlas.api.http.Language;
import tr.kentatlas.api.http.Negotiation;
import tr.kentatlas.spatial.feature.cql2.FilterException;
import tr.kentatlas.spatial.store.TooManyReaders;
import tr.kentatlas.spatial.store.sql.StoreFailed;

/**
 * Turns every error into problem details, or for people into a page, in the language the request asks for where the words are there. A
 * server fault carries an incident number and nothing else of what happened.
 */
@ControllerAdvice
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Words words;
    private final Language pages;

    ProblemAdvice(Words words, Language pages) {
        this.words = words;
        this.pages = pages;
    }

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
        boolean isForPeople = Negotiation.isForPeople(request);
        Locale language = isForPeople ? pages.resolveLocale(request) : Language.told(request);
        ProblemDetail body = body(fault, language);
        words.title(body.getStatus(), language).ifPresent(body::setTitle);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("ETag", null); // of the answer it would have been
        if (fault instanceof Problem problem) problem.retryAfter().ifPresent(wait -> retryAfter(response, wait));
        if (fault instanceof ErrorResponse known)
            known.getHeaders().forEach((name, values) -> put(response, name, values));
        if (body.getStatus() == HttpStatus.UNAUTHORIZED.value()) response.setHeader("WWW-Authenticate", "Bearer");
        return isForPeople ? page(body) : json(body);
    }

    /** What is the operator's to mend and will pass is told as such. */
    private static Exception outside(Exception happened) {
        if (DatabaseAway.caused(happened)) {
            LOG.warn("the database is away: {}", happened.toString());
            return Problem.databaseAway();
        }
        if (DatabaseAway.ranOutOfRoom(happened)) {
            LOG.error("the disk is full: {}", happened.toString());
            return Problem.unavailable(Wording.of("service.disk-full"));
        }
        return happened;
    }

    private static void retryAfter(HttpServletResponse response, Duration wait) {
        response.setHeader("Retry-After", Long.toString(Problem.seconds(wait)));
    }

    /** Such as the methods an address takes (RFC 9110 §15.5.6). */
    private static void put(HttpServletResponse response, String name, List<String> values) {
        response.setHeader(name, String.join(", ", values));
    }

    private ProblemDetail body(Exception fault, Locale language) {
        return switch (fault) {
            case Problem problem -> body(problem, language);
            case FilterException refused -> body(Problem.invalid("filter", ValueWordings.of(refused)), language);
            case StoreFailed failure -> store(failure, language);
            case QueryTimeoutException late -> tooHeavy(language);
            case TooManyReaders busy -> body(Problem.unavailable(Wording.of("service.readers")), language);
            case MethodArgumentTypeMismatchException mistyped ->
                body(Problem.invalid(mistyped.getName(), Wording.of("request.value")), language);
            case HttpMessageNotReadableException unreadable -> body(unreadable(unreadable), language);
            case HttpException larger
            when larger.getCode() == HttpStatus.CONTENT_TOO_LARGE.value() ->
                body(HttpStatus.CONTENT_TOO_LARGE, "http-413", words.tell(FaultText.wording(413), language));
            case HttpException unreadable -> body(Problem.invalid("query", Wording.of("request.query")), language);
            case ErrorResponse known -> known(known, language);
            default -> unexpected(fault, language);
        };
    }

    /** What the framework refuses by itself: as the message files say of that exception, or of the status. */
    private ProblemDetail known(ErrorResponse fault, Locale language) {
        HttpStatus status = HttpStatus.valueOf(fault.getStatusCode().value());
        Object[] values = fault.getDetailMessageArguments(words.messages(), language);
        String own = words.messages().getMessage(fault.getDetailMessageCode(), values, null, language);
        String detail = own == null ? words.tell(FaultText.wording(status.value()), language) : own;
        return body(status, "http-" + status.value(), detail);
    }

    /** A body may be no JSON, of another form, or missing, or have a member nobody knows; or the record made from it has told what is wrong itself. */
    private static Problem unreadable(HttpMessageNotReadableException fault) {
        for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem told) return told;
            if (cause instanceof UnrecognizedPropertyException unknown)
                return Problem.invalid(path(unknown), Wording.of("request.member"));
        }
        return Problem.invalid("body", Wording.of("request.body"));
    }

    /** Where in a body it is, like {@code conflicts[0].mark}. */
    private static String path(UnrecognizedPropertyException unknown) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : unknown.getPath()) {
            String name = step.getPropertyName();
            if (name == null) path.append('[').append(step.getIndex()).append(']');
            else path.append(path.isEmpty() ? "" : ".").append(name);
        }
        return path.toString();
    }

    private ProblemDetail store(StoreFailed failure, Locale language) {
        if (failure.timedOut()) return tooHeavy(language);
        if (failure.isDropped()) return body(Problem.gone(Wording.of("release.gone-meanwhile")), language);
        if (failure.isOverflow()) return body(Problem.invalid("query", Wording.of("request.overflow")), language);
        return unexpected(failure, language);
    }

    private ProblemDetail tooHeavy(Locale language) {
        return body(Problem.tooHeavy(Wording.of("service.too-heavy")), language);
    }

    private ProblemDetail unexpected(Exception fault, Locale language) {
        URI incident = URI.create("urn:uuid:" + UUID.randomUUID());
        LOG.error("unexpected failure incident={}", incident, fault);
        ProblemDetail body = body(
                HttpStatus.INTERNAL_SERVER_ERROR, "internal", words.tell(Wording.of("service.internal"), language));
        body.setInstance(incident);
        return body;
    }

    private ProblemDetail body(Problem problem, Locale language) {
        ProblemDetail body = body(problem.status(), problem.type(), words.tell(problem.wording(), language));
        if (!problem.faults().isEmpty())
            body.setProperty(
                    "errors",
                    problem.faults().stream()
                            .map(fault -> new Told(fault.parameter(), words.tell(fault.wording(), language)))
                            .toList());
        problem.members().forEach(body::setProperty);
        return body;
    }

    /** A fault in the caller's language. */
    public record Told(String parameter, String detail) {}

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
