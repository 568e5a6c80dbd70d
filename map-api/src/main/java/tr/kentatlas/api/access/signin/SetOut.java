package tr.kentatlas.api.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.Seal;

/**
 * What somebody set out with to the provider and must come back with: sealed in a cookie of their own for ten minutes, so that nothing is
 * kept here for strangers.
 */
final class SetOut implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final String COOKIE = "KENT_SET_OUT";
    private static final String PURPOSE = "oidc";
    private static final Duration TIME = Duration.ofMinutes(10);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Seal seal;

    SetOut(Seal seal) {
        this.seal = seal;
    }

    /** @param attributes what the provider's answer is compared with (RFC 7636 §4.1, OpenID Connect Core 1.0 §3.1.2.1) */
    private record Kept(
            String provider,
            String client,
            String back,
            Set<String> scopes,
            String state,
            Map<String, String> attributes,
            long until) {
        static Kept of(OAuth2AuthorizationRequest request) {
            Map<String, String> attributes = new HashMap<>();
            request.getAttributes().forEach((name, value) -> attributes.put(name, String.valueOf(value)));
            return new Kept(
                    request.getAuthorizationUri(),
                    request.getClientId(),
                    String.valueOf(request.getRedirectUri()),
                    request.getScopes(),
                    String.valueOf(request.getState()),
                    attributes,
                    Instant.now().plus(TIME).getEpochSecond());
        }

        boolean stillCounts() {
            return Instant.now().getEpochSecond() < until;
        }

        OAuth2AuthorizationRequest request() {
            return OAuth2AuthorizationRequest.authorizationCode()
                    .authorizationUri(provider)
                    .clientId(client)
                    .redirectUri(back)
                    .scopes(scopes)
                    .state(state)
                    .attributes(all -> all.putAll(attributes))
                    .build();
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .flatMap(cookie -> seal.open(PURPOSE, cookie.getValue()))
                .map(content -> JSON.readValue(content, Kept.class))
                .filter(Kept::stillCounts)
                .map(Kept::request)
                .orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest out, HttpServletRequest request, HttpServletResponse response) {
        if (out == null) put("", Duration.ZERO, request, response);
        else put(seal.close(PURPOSE, JSON.writeValueAsBytes(Kept.of(out))), TIME, request, response);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        put("", Duration.ZERO, request, response);
        return loadAuthorizationRequest(request);
    }

    private static void put(String value, Duration time, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .path("/desk/oidc")
                .maxAge(time)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
