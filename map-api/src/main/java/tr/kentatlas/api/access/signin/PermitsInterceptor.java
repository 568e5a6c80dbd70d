package tr.kentatlas.api.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import tr.kentatlas.api.access.Caller;
import tr.kentatlas.api.access.Callers;
import tr.kentatlas.api.access.PartnersOnly;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;

/** Stands before every address and lets in whom its handler {@linkplain StatedEntrances states}. */
@Component
public final class PermitsInterceptor implements HandlerInterceptor {
    private final StatedEntrances stated;
    private final SessionOwner owner;
    private final Callers callers;

    PermitsInterceptor(StatedEntrances stated, SessionOwner owner, Callers callers) {
        this.stated = stated;
        this.owner = owner;
        this.callers = callers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) return true; // a file of the pages
        if (request.getMethod().equals("OPTIONS")) return true; // tells methods only, and Spring answers it
        switch (stated.of(method)) {
            case Permits permits -> requireStaff(permits, request);
            case PartnersOnly partners -> requirePartner(request);
            default -> {} // open
        }
        return true;
    }

    private void requirePartner(HttpServletRequest request) {
        if (callers.caller(request).kind() != Caller.Kind.PARTNER)
            throw Problem.unauthorized(Wording.of("access.partner-key"));
    }

    private void requireStaff(Permits permits, HttpServletRequest request) {
        StaffAccounts.Known known = owner.known().orElseThrow(() -> Problem.unauthorized(Wording.of("access.sign-in")));
        Staff staff = known.staff();
        callers.letIn(staff, request);
        if (permits.anyRole()) return;
        if (known.mustChange()) throw Problem.forbidden(Wording.of("access.own-password"));
        if (!staff.isAny(permits.value())) throw Problem.forbidden(reason(permits, staff));
    }

    private static Wording reason(Permits permits, Staff staff) {
        Object own = staff.roles().isEmpty() ? Wording.of("role.none") : words(staff.roles().stream());
        return Wording.of("access.role", words(Arrays.stream(permits.value())), own);
    }

    private static List<Wording> words(Stream<Role> roles) {
        return roles.map(role -> Wording.of("role." + role.word())).toList();
    }
}
