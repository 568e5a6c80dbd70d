package tr.kentatlas.api.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;

/** The addresses of signing in at the organisation's own provider; whatever goes wrong there leads back to the desk's sign-in page. */
final class ForeignSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(ForeignSignIn.class);

    private final ForeignStaff staff;
    private final SetOut setOut;

    ForeignSignIn(ForeignStaff staff, SetOut setOut) {
        this.staff = staff;
        this.setOut = setOut;
    }

    void openDoor(OAuth2LoginConfigurer<HttpSecurity> login) {
        login.loginPage("/desk")
                .authorizationEndpoint(
                        start -> start.baseUri(OidcProvider.START).authorizationRequestRepository(setOut))
                .redirectionEndpoint(back -> back.baseUri(OidcProvider.BACK + "/*"))
                .userInfoEndpoint(who -> who.oidcUserService(staff))
                .successHandler((request, response, who) -> response.sendRedirect("/desk"))
                .failureHandler(ForeignSignIn::refused)
                .addObjectPostProcessor(new Departure());
    }

    private static void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        LOG.warn("sign-in at the provider did not succeed: {}", cause.getMessage());
        response.sendRedirect("/desk?refused");
    }

    /** A provider that does not answer is told like one that refuses. */
    private static final class Departure implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {
        @Override
        public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
            filter.setAuthenticationFailureHandler(ForeignSignIn::refused);
            return filter;
        }
    }
}
