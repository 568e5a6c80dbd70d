package tr.kentatlas.api.access.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import tr.kentatlas.api.access.Seal;
import tr.kentatlas.api.access.audit.Audit;

/** The way in through the organisation's own sign-in; there only where the environment names one. */
@Configuration(proxyBeanMethods = false)
@Conditional(OidcConfiguration.IsNamed.class)
class OidcConfiguration {

    @Bean
    OidcProvider oidcProvider(Environment environment) {
        return OidcProvider.in(environment).orElseThrow();
    }

    @Bean
    ClientRegistrationRepository oidcRegistration(OidcProvider provider) {
        return new OidcRegistration(provider);
    }

    @Bean
    OAuth2AuthorizedClientRepository oidcTokens() {
        return new TokensForgotten();
    }

    @Bean
    ForeignSignIn foreignSignIn(OidcProvider provider, StaffBook book, StaffAccounts accounts, Audit audit, Seal seal) {
        return new ForeignSignIn(new ForeignStaff(provider, book, accounts, audit), new SetOut(seal));
    }

    @Bean
    ForeignSignOut foreignSignOut(ClientRegistrationRepository providers) {
        return new ForeignSignOut(providers);
    }

    static final class IsNamed implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return OidcProvider.in(context.getEnvironment()).isPresent();
        }
    }
}
