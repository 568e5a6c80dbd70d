package tr.kentatlas.api.access.signin;

import java.net.URI;
import java.util.Optional;
import org.springframework.core.env.Environment;
import tr.kentatlas.cluster.Secret;

/**
 * The organisation's own sign-in (OpenID Connect Core 1.0), as the environment names it: {@code KENT_OIDC_ISSUER},
 * {@code KENT_OIDC_CLIENT_ID}, {@code KENT_OIDC_CLIENT_SECRET}, {@code KENT_OIDC_ROLES_CLAIM} and {@code KENT_OIDC_NAME}.
 *
 * @param rolesClaim where a person's roles stand; a dot leads into a claim of claims, like {@code realm_access.roles}
 * @param name for people, on the sign-in page
 */
record OidcProvider(String issuer, String clientId, Secret secret, String rolesClaim, String name) {
    /** Followed by the provider: leads there. */
    static final String START = "/desk/oidc/start";
    /** Where the provider sends people back to. */
    static final String BACK = "/desk/oidc/back";

    static final String ID = "kurum";

    /** Nothing when no issuer and no client are named; one without the other is a mistake that is told at the start. */
    static Optional<OidcProvider> in(Environment environment) {
        String issuer = environment.getProperty("kent.oidc.issuer", "").trim();
        String client = environment.getProperty("kent.oidc.client-id", "").trim();
        if (issuer.isEmpty() && client.isEmpty()) return Optional.empty();
        if (issuer.isEmpty() || client.isEmpty())
            throw new IllegalStateException(
                    "KENT_OIDC_ISSUER and KENT_OIDC_CLIENT_ID belong together: set both or none.");
        return Optional.of(new OidcProvider(
                issuer,
                client,
                new Secret(environment.getProperty("kent.oidc.client-secret", "")),
                environment.getProperty("kent.oidc.roles-claim", "roles"),
                environment.getProperty(
                        "kent.oidc.name", String.valueOf(URI.create(issuer).getHost()))));
    }
}
