package tr.kentatlas.api.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A request that cannot be answered, told to the caller as RFC 9457 problem details in their language; all faults of a request at once.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String type;
    private final transient Wording wording;
    private final transient List<Fault> faults;
    private final @Nullable Duration retryAfter;
    private final transient Map<String, Object> members;

    /** One fault of a request: which parameter, and what is wrong with it. */
    public record Fault(String parameter, Wording wording) {}

    private Problem(HttpStatus status, String type, Wording wording) {
        this(status, type, wording, List.of(), null);
    }

    private Problem(
            HttpStatus status, String type, Wording wording, List<Fault> faults, @Nullable Duration retryAfter) {
        this(status, type, wording, faults, retryAfter, Map.of());
    }

    private Problem(
            HttpStatus status,
            String type,
            Wording wording,
            List<Fault> faults,
            @Nullable Duration retryAfter,
            Map<String, Object> members) {
        super(faults.isEmpty() ? wording.toString() : faults.toString());
        this.status = status;
        this.type = type;
        this.wording = wording;
        this.faults = List.copyOf(faults);
        this.retryAfter = retryAfter;
        this.members = Map.copyOf(members);
    }

    public static Problem invalid(List<Fault> faults) {
        return new Problem(HttpStatus.BAD_REQUEST, "invalid-parameters", Wording.of("request.invalid"), faults, null);
    }

    public static Problem invalid(String parameter, Wording wording) {
        return invalid(List.of(new Fault(parameter, wording)));
    }

    public static Problem invalid(String parameter, String key, Object... values) {
        return invalid(parameter, Wording.of(key, values));
    }

    /** Well written, and yet nothing that can be done. */
    public static Problem unfit(List<Fault> faults) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "unfit", Wording.of("request.unfit"), faults, null);
    }

    /** What is not there and what the caller may not see look the same. */
    public static Problem notFound(Wording wording) {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", wording);
    }

    /** A place or an address that is not in the release; pages say more of it ({@code problem.text.no-place}). */
    public static Problem noPlace() {
        return new Problem(HttpStatus.NOT_FOUND, "no-place", Wording.of("guide.no-place"));
    }

    /** A parcel that is not in the release; pages say more of it ({@code problem.text.no-parcel}). */
    public static Problem noParcel(Wording wording) {
        return new Problem(HttpStatus.NOT_FOUND, "no-parcel", wording);
    }

    /** A number several parcels have: which of them is meant, each by its page. */
    public static Problem severalParcels(Wording wording, List<Fault> pages) {
        return new Problem(HttpStatus.CONFLICT, "several-parcels", wording, pages, null);
    }

    public static Problem unauthorized(Wording wording) {
        return new Problem(HttpStatus.UNAUTHORIZED, "unauthorized", wording);
    }

    /** The caller is known, and this is not theirs to do. */
    public static Problem forbidden(Wording wording) {
        return new Problem(HttpStatus.FORBIDDEN, "forbidden", wording);
    }

    /** Not now: the caller may come again after that time. */
    public static Problem tooMany(Wording wording, Duration retryAfter) {
        return new Problem(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", wording, List.of(), retryAfter);
    }

    /** A time to wait in whole seconds, rounded up, as every answer tells it (RFC 9110 §10.2.3). */
    public static long seconds(Duration wait) {
        return Math.max(1, wait.toSeconds() + 1);
    }

    /** What is wanted contradicts what is there now. */
    public static Problem conflict(Wording wording) {
        return new Problem(HttpStatus.CONFLICT, "conflict", wording);
    }

    /** What was to be changed is another by now; members of its own (RFC 9457 §3.2) tell both. */
    public static Problem stale(Wording wording, Map<String, Object> both) {
        return new Problem(HttpStatus.CONFLICT, "stale", wording, List.of(), null, both);
    }

    public static Problem gone(Wording wording) {
        return new Problem(HttpStatus.GONE, "gone", wording);
    }

    public static Problem unavailable(Wording wording) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", wording);
    }

    /** The question took longer than a question may take. */
    public static Problem tooHeavy(Wording howToNarrowIt) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "too-heavy", howToNarrowIt);
    }

    /** The database cannot be reached; what needs none is answered all the while. */
    static Problem databaseAway() {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "database-away",
                Wording.of("service.database-away"),
                List.of(),
                Duration.ofSeconds(4));
    }

    /** A fault of which only the status is known. */
    static Problem ofStatus(HttpStatus status, Wording wording) {
        return new Problem(status, "http-" + status.value(), wording);
    }

    public HttpStatus status() {
        return status;
    }

    String type() {
        return type;
    }

    /** Members beside those that every problem has. */
    Map<String, Object> members() {
        return members;
    }

    /** What it says; its faults tell more. */
    public Wording wording() {
        return wording;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public List<Fault> faults() {
        return faults;
    }
}
