package tr.kentatlas.api.exchange;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Callers;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;

/** The partner who makes a request, for addresses that are the partners' own. */
@Component
public final class Partners {
    private final Callers callers;
    private final PartnerDoor door;

    Partners(Callers callers, PartnerDoor door) {
        this.callers = callers;
        this.door = door;
    }

    /** Refuses everybody else. */
    public Partner require(HttpServletRequest request) {
        if (callers.caller(request) instanceof Partner partner) return partner;
        throw Problem.unauthorized(Wording.of("access.partner-key"));
    }

    /** Refuses when a partner who was let in may not go on: a long answer asks again and again. */
    public void check(Partner partner) {
        door.check(partner);
    }
}
