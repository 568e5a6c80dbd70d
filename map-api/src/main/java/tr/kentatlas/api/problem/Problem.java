package tr.kentatlas.api.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request that cannot be answered, told to the caller as RFC 9457 problem details; all faults of a request at once. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String type;
    private final transient List<Fault> faults;
    private final @Nullable Duration retryAfter;
    private final transient @Nullable Wording wording;

    /**
     * One fault of a request: which parameter, and what is wrong with it.
     *
     * @param wording the detail in the message files; null for one that is English only
     */
    public record Fault(
            String parameter,
            String detail,
            @JsonIgnore @Nullable Wording wording) {
        public Fault(String parameter, String detail) {
            this(parameter, detail, null);
        }

        /** A fault that is told in the language of who asks. */
        public Fault(String parameter, Wording wording) {
            this(parameter, wording.toString(), wording);
        }
    }

    private Problem(HttpStatus status, String type, String detail, List<Fault> faults) {
        this(status, type, detail, faults, null, null);
    }

    private Problem(HttpStatus status, String type, Wording wording) {
        this(status, type, wording.toString(), List.of(), null, wording);
    }

    private Problem(
            HttpStatus status,
            String type,
            String detail,
            List<Fault> faults,
            @Nullable Duration retryAfter,
            @Nullable Wording wording) {
        super(detail);
        this.wording = wording;
        this.retryAfter = retryAfter;
        this.status = status;
        this.type = type;
        this.faults = List.copyOf(faults);
    }

    public static Problem invalid(List<Fault> faults) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "invalid-parameters",
                "The request has parameters that cannot be used.",
                faults,
                null,
                Wording.of("request.invalid"));
    }

    /** One fault, told in the language of who asks. */
    public static Problem invalid(String parameter, Wording wording) {
        return invalid(List.of(new Fault(parameter, wording)));
    }

    /** What is not there and what the caller may not see look the same. */
    public static Problem notFound(String detail) {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", detail, List.of());
    }

    public static Problem notFound(Wording wording) {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", wording);
    }

    /** A place, an address or a parcel that is not in the release; pages tell it in the reader's words ({@code problem.text.no-place}). */
    public static Problem noPlace(String detail) {
        return new Problem(HttpStatus.NOT_FOUND, "no-place", detail, List.of());
    }

    /** A parcel that is not in the release; pages tell it in the reader's words ({@code problem.text.no-parcel}). */
    public static Problem noParcel(String detail) {
        return new Problem(HttpStatus.NOT_FOUND, "no-parcel", detail, List.of());
    }

    public static Problem notAcceptable(String detail) {
        return new Problem(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", detail, List.of());
    }

    public static Problem unauthorized(String detail) {
        return new Problem(HttpStatus.UNAUTHORIZED, "unauthorized", detail, List.of());
    }

    public static Problem unauthorized(Wording wording) {
        return new Problem(HttpStatus.UNAUTHORIZED, "unauthorized", wording);
    }

    /** The caller is known, and this is not theirs to do. */
    public static Problem forbidden(String detail) {
        return new Problem(HttpStatus.FORBIDDEN, "forbidden", detail, List.of());
    }

    public static Problem forbidden(Wording wording) {
        return new Problem(HttpStatus.FORBIDDEN, "forbidden", wording);
    }

    /** Not now: the caller may come again after that time. */
    public static Problem tooMany(String detail, Duration retryAfter) {
        return new Problem(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", detail, List.of(), retryAfter, null);
    }

    /** What is wanted contradicts what is there now. */
    public static Problem conflict(String detail) {
        return new Problem(HttpStatus.CONFLICT, "conflict", detail, List.of());
    }

    public static Problem conflict(Wording wording) {
        return new Problem(HttpStatus.CONFLICT, "conflict", wording);
    }

    public static Problem gone(String detail) {
        return new Problem(HttpStatus.GONE, "gone", detail, List.of());
    }

    /** A fault of which only the status is known. */
    static Problem ofStatus(HttpStatus status, String detail) {
        return new Problem(status, "http-" + status.value(), detail, List.of());
    }

    public static Problem unavailable(String detail) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail, List.of());
    }

    public static Problem unavailable(Wording wording) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", wording);
    }

    /** The database cannot be reached; what needs none is answered all the while. */
    static Problem databaseAway() {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "database-away",
                "The database cannot be reached at the moment. Try again in a few seconds; the search for places goes on.",
                List.of(),
                Duration.ofSeconds(4),
                Wording.of("service.database-away"));
    }

    HttpStatus status() {
        return status;
    }

    String type() {
        return type;
    }

    /** The detail in the message files; empty for one that is English only. */
    Optional<Wording> wording() {
        return Optional.ofNullable(wording);
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public List<Fault> faults() {
        return faults;
    }
}
