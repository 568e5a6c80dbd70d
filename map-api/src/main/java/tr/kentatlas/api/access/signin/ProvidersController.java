package tr.kentatlas.api.access.signin;

import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.Permits;

/** {@code /api/desk/sign-in/providers}: where else staff may sign in, as this city is set up. */
@RestController
class ProvidersController {
    private final List<Provider> providers;

    ProvidersController(ObjectProvider<ClientRegistrationRepository> registrations) {
        providers = registrations.stream()
                .filter(Iterable.class::isInstance)
                .flatMap(all -> StreamSupport.stream(((Iterable<?>) all).spliterator(), false))
                .map(ClientRegistration.class::cast)
                .map(one -> new Provider(one.getClientName(), ForeignSignIn.START + "/" + one.getRegistrationId()))
                .toList();
    }

    @GetMapping("/api/desk/sign-in/providers")
    @Permits(signedOut = true)
    List<Provider> providers() {
        return providers;
    }

    record Provider(String name, String href) {}
}
