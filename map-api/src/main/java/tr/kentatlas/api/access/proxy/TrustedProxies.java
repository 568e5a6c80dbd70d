package tr.kentatlas.api.access.proxy;

import java.util.Arrays;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** The proxies whose word counts: addresses and networks (CIDR, RFC 4632), with commas between them; none when the text is empty. */
record TrustedProxies(List<IpAddressMatcher> networks) {
    TrustedProxies {
        networks = List.copyOf(networks);
    }

    static TrustedProxies of(String text) {
        return new TrustedProxies(Arrays.stream(text.split(",", -1))
                .map(String::trim)
                .filter(part -> !part.isEmpty())
                .map(IpAddressMatcher::new)
                .toList());
    }

    boolean isTrusted(String address) {
        try {
            String plain = address.replace("[", "").replace("]", ""); // as Jetty tells IPv6
            return networks.stream().anyMatch(network -> network.matches(plain));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Who called the first trusted proxy: read from the end of {@code X-Forwarded-For}, since anybody may write its beginning.
     *
     * @param peer who has connected to us
     */
    String caller(String peer, List<String> forwardedFor) {
        String caller = peer;
        List<String> hops = forwardedFor.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::trim)
                .toList();
        for (int i = hops.size() - 1; i >= 0 && isTrusted(caller); i--) caller = hops.get(i);
        return caller;
    }
}
