package tr.kentatlas.api.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the page of somebody who signs out here where they are signed out at the provider, too, and sent back from (OpenID Connect
 * RP-Initiated Logout 1.0 §2): otherwise the next at this computer would be let in under their name without a question. Who signed in
 * with a password, and a provider without such an address, get an answer without content.
 */
final class ForeignSignOut implements LogoutSuccessHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ForeignSignOut.class);
    private static final String NOWHERE = "/desk";

    private final OidcClientInitiatedLogoutSuccessHandler provider;

    ForeignSignOut(ClientRegistrationRepository providers) {
        provider = new OidcClientInitiatedLogoutSuccessHandler(providers);
        provider.setPostLogoutRedirectUri("{baseUrl}/desk");
        provider.setDefaultTargetUrl(NOWHERE);
        provider.setRedirectStrategy((request, response, url) -> tell(response, url));
    }

    /** They are signed out here already, whatever the provider's address is. */
    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        try {
            provider.onLogoutSuccess(request, response, authentication);
        } catch (Exception e) {
            LOG.warn("where the provider signs people out is not known: {}", e.toString());
            tell(response, NOWHERE);
        }
    }

    private static void tell(HttpServletResponse response, String url) throws IOException {
        if (url.equals(NOWHERE)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(Map.of("href", url)));
    }
}
