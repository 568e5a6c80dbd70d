package tr.kentatlas.api.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.http.CurrentAddress;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.store.Edition;

/** Pins a request to one edition and compiles the caller's grant on that very edition. */
@Component
public final class Views {
    private static final String RELEASE = "release";

    private final ServedEdition served;
    private final Callers callers;

    Views(ServedEdition served, Callers callers) {
        this.served = served;
        this.callers = callers;
    }

    /** The edition served now, or the one the request's {@code release} parameter names. */
    public View of(HttpServletRequest request) {
        Edition now = served.current();
        return CurrentAddress.release(request)
                .map(release -> at(number(release), request))
                .orElseGet(() -> view(now, now, request));
    }

    /** A release that is kept, and that the caller may still read. */
    public View at(long release, HttpServletRequest request) {
        Edition now = served.current();
        Edition edition = served.find(release).orElseThrow(() -> Problem.gone(Wording.of("release.gone", release)));
        View view = view(edition, now, request);
        check(view);
        return view;
    }

    /** Refuses a release that was taken back meanwhile to whoever does not belong to the house. */
    public void check(View view) {
        long release = view.edition().release();
        if (served.isWithdrawn(release) && !view.caller().kind().isOfTheHouse())
            throw Problem.gone(Wording.of("release.withdrawn", release));
    }

    /** What is served is looked up once: a publication in between changes nothing of what the caller may see. */
    private View view(Edition edition, Edition now, HttpServletRequest request) {
        Caller caller = callers.caller(request);
        return new View(edition, caller.grant(edition, now), caller);
    }

    private static long number(String release) {
        try {
            return Long.parseLong(release);
        } catch (NumberFormatException e) {
            throw Problem.invalid(RELEASE, Wording.of("request.release"));
        }
    }
}
