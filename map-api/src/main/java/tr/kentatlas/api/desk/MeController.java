package tr.kentatlas.api.desk;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;

/** {@code /api/desk/me}: who is signed in, and as what. */
@RestController
@RequestMapping("/api/desk/me")
class MeController {

    @GetMapping
    @Permits(anyRole = true)
    Me me(Staff staff) {
        return new Me(
                staff.account(),
                staff.name(),
                staff.roles().stream().map(Role::code).toList());
    }

    record Me(String account, String name, List<String> roles) {}
}
