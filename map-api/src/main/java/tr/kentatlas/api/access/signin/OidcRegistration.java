package tr.kentatlas.api.access.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * Asks the provider where its addresses are (OpenID Connect Discovery 1.0 §4) when somebody first signs in there: a provider that is
 * down keeps neither the city nor passwords from working, and is asked again by the next who tries.
 */
final class OidcRegistration implements ClientRegistrationRepository {
    private final OidcProvider provider;
    private volatile @Nullable ClientRegistration known;

    OidcRegistration(OidcProvider provider) {
        this.provider = provider;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(OidcProvider.ID)) return null;
        ClientRegistration found = known;
        if (found == null) {
            found = discovered();
            known = found;
        }
        return found;
    }

    private ClientRegistration discovered() {
        return ClientRegistrations.fromOidcIssuerLocation(provider.issuer())
                .registrationId(OidcProvider.ID)
                .clientName(provider.name())
                .clientId(provider.clientId())
                .clientSecret(provider.secret().reveal())
                .scope("openid", "profile", "email")
                .redirectUri("{baseUrl}" + OidcProvider.BACK + "/{registrationId}")
                .build();
    }
}
