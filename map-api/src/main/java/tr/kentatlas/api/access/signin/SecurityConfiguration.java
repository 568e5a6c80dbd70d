package tr.kentatlas.api.access.signin;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.savedrequest.NullRequestCache;
import tr.kentatlas.api.city.City;

/**
 * Spring Security before the desk and nowhere else: the filters are mapped to the desk's addresses only, so no public request meets a
 * session, a cookie or a token. Who may call what is decided by {@link PermitsInterceptor}.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
    private static final int AFTER_FORWARDED_HEADERS = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    StaffBook staffBook(City city, Passwords passwords) {
        return new StaffBook(city.desk(), passwords);
    }

    @Bean
    DelegatingFilterProxyRegistrationBean deskSecurity() {
        DelegatingFilterProxyRegistrationBean filter =
                new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
        filter.addUrlPatterns("/desk", "/desk/*", "/api/desk/*");
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        filter.setOrder(AFTER_FORWARDED_HEADERS);
        return filter;
    }

    @Bean
    SecurityFilterChain desk(
            HttpSecurity http,
            SignInAnswers answers,
            SignOutAudit signOut,
            ObjectProvider<ForeignSignIn> foreign,
            ObjectProvider<ForeignSignOut> foreignOut) {
        LogoutSuccessHandler here = new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT);
        LogoutSuccessHandler there = foreignOut.getIfAvailable();
        foreign.ifAvailable(one -> http.oauth2Login(one::openDoor));
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .csrf(csrf -> csrf.spa())
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .formLogin(form -> form.loginPage("/desk")
                        .loginProcessingUrl("/api/desk/sign-in")
                        .usernameParameter("account")
                        .successHandler((request, response, who) -> response.setStatus(HttpStatus.NO_CONTENT.value()))
                        .failureHandler(answers::refused))
                .logout(out -> out.logoutUrl("/api/desk/sign-out")
                        .deleteCookies("KENT_DESK")
                        .addLogoutHandler(signOut)
                        .logoutSuccessHandler(there == null ? here : there))
                .exceptionHandling(refusals ->
                        refusals.accessDeniedHandler(answers::forged).authenticationEntryPoint(answers::refused))
                .build();
    }
}
