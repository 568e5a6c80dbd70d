package tr.kentatlas.api.access.proxy;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Collections;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ForwardedHeaderFilter;

/**
 * Believes {@code X-Forwarded-*} of proxies named by {@code KENT_TRUSTED_PROXIES} and takes it away from everybody else's requests: who
 * could choose their address could not be locked out, and who could choose our name could be answered with links elsewhere.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ForwardedFilter implements Filter {
    private final TrustedProxies proxies;
    private final ForwardedHeaderFilter believe = new ForwardedHeaderFilter();
    private final ForwardedHeaderFilter ignore = new ForwardedHeaderFilter();

    ForwardedFilter(@Value("${kent.trusted-proxies:}") String proxies) {
        this.proxies = TrustedProxies.of(proxies);
        this.ignore.setRemoveOnly(true);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!proxies.isTrusted(request.getRemoteAddr())) {
            ignore.doFilter(request, response, chain);
            return;
        }
        var headers = ((HttpServletRequest) request).getHeaders("X-Forwarded-For");
        String caller = proxies.caller(request.getRemoteAddr(), Collections.list(headers));
        believe.doFilter(
                request,
                response,
                (forwarded, answer) -> chain.doFilter(new Called((HttpServletRequest) forwarded, caller), answer));
    }

    /** A request as its true caller made it. */
    private static final class Called extends HttpServletRequestWrapper {
        private final String caller;

        Called(HttpServletRequest request, String caller) {
            super(request);
            this.caller = caller;
        }

        @Override
        public String getRemoteAddr() {
            return caller;
        }
    }
}
