package tr.kentatlas.api.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;

/** {@code /api/desk/me}: who is signed in, and as what; and their own password. */
@RestController
class MeController {
    private final SessionOwner owner;
    private final OwnPassword ownPassword;

    MeController(SessionOwner owner, OwnPassword ownPassword) {
        this.owner = owner;
        this.ownPassword = ownPassword;
    }

    @GetMapping("/api/desk/me")
    @Permits(anyRole = true)
    Me me() {
        StaffAccounts.Known known = owner.known().orElseThrow(() -> Problem.unauthorized(Wording.of("access.sign-in")));
        Staff staff = known.staff();
        List<String> roles = staff.roles().stream().map(Role::word).toList();
        return new Me(staff.account(), staff.name(), roles, known.mustChange(), known.password() == null);
    }

    @PostMapping("/api/desk/account/password")
    @Permits(anyRole = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@RequestBody Change change, Staff staff, HttpServletRequest request, HttpServletResponse response) {
        ownPassword.change(staff, change.current(), change.next(), request, response);
    }

    record Me(String account, String name, List<String> roles, boolean mustChange, boolean foreign) {}

    /** The password as it is, and as it is to be. */
    record Change(String current, String next) {
        Change {
            if (current == null || next == null)
                throw Problem.invalid("current, next", Wording.of("staff.both-passwords"));
        }

        @Override
        public String toString() {
            return "***";
        }
    }
}
