package tr.kentatlas.api.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import tr.kentatlas.api.access.Callers;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;

/** Stands before every address of the desk and lets in whom its {@link Permits} names; one that names nobody is closed. */
@Component
public final class PermitsInterceptor implements HandlerInterceptor {
    private final SessionOwner owner;
    private final Callers callers;

    PermitsInterceptor(SessionOwner owner, Callers callers) {
        this.owner = owner;
        this.callers = callers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Optional<StaffAccounts.Known> known = owner.known();
        Optional<Staff> staff = known.map(StaffAccounts.Known::staff);
        staff.ifPresent(signedIn -> callers.letIn(signedIn, request));
        Permits permits = of(handler);
        if (permits != null && permits.signedOut()) return true;
        Staff signedIn = staff.orElseThrow(() -> Problem.unauthorized(Wording.of("access.sign-in")));
        if (permits == null) throw Problem.forbidden(Wording.of("access.closed"));
        if (!permits.anyRole() && known.orElseThrow().mustChange())
            throw Problem.forbidden(Wording.of("access.own-password"));
        if (!permits.anyRole() && !signedIn.isAny(permits.value())) throw Problem.forbidden(reason(permits, signedIn));
        return true;
    }

    private static @Nullable Permits of(Object handler) {
        if (!(handler instanceof HandlerMethod method)) return null;
        Permits own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Permits.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Permits.class);
    }

    private static Wording reason(Permits permits, Staff staff) {
        Object own = staff.roles().isEmpty() ? Wording.of("role.none") : words(staff.roles().stream());
        return Wording.of("access.role", words(Arrays.stream(permits.value())), own);
    }

    private static List<Wording> words(Stream<Role> roles) {
        return roles.map(role -> Wording.of("role." + role.word())).toList();
    }
}
