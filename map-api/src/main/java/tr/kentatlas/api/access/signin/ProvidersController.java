package tr.kentatlas.api.access.signin;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.http.Open;

/** {@code /api/desk/sign-in/providers}: where else staff may sign in, as this city is set up. */
@RestController
class ProvidersController {
    private final List<Provider> providers;

    ProvidersController(ObjectProvider<OidcProvider> known) {
        providers = known.stream()
                .map(one -> new Provider(one.name(), OidcProvider.START + "/" + OidcProvider.ID))
                .toList();
    }

    @GetMapping("/api/desk/sign-in/providers")
    @Open
    List<Provider> providers() {
        return providers;
    }

    record Provider(String name, String href) {}
}
