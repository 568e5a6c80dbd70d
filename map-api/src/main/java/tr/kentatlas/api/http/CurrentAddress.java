package tr.kentatlas.api.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The address of the request that is being answered, with its parameters encoded just as they came. */
public final class CurrentAddress {
    private CurrentAddress() {}

    /** With its host, as the caller reached us. */
    public static String whole() {
        HttpServletRequest request = request();
        return joined(request.getRequestURL().toString(), Objects.requireNonNullElse(request.getQueryString(), ""));
    }

    /** With its host and one parameter changed or added. */
    public static String whole(String parameter, String value) {
        HttpServletRequest request = request();
        return joined(request.getRequestURL().toString(), query(request, parameter, value));
    }

    /** From the host's root on, with one parameter changed or added. */
    public static String path(String parameter, String value) {
        HttpServletRequest request = request();
        return joined(request.getRequestURI(), query(request, parameter, value));
    }

    /** The release a request names as it does, in any case since Web Map Services are asked so; empty where it names none. */
    public static Optional<String> release(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(one -> one.getKey().equalsIgnoreCase("release"))
                .map(one -> one.getValue()[0])
                .findFirst();
    }

    /** That release as a parameter for another address; empty where there is none. */
    public static String asOf() {
        return release(request())
                .map(release -> "release=" + URLEncoder.encode(release, StandardCharsets.UTF_8))
                .orElse("");
    }

    private static String query(HttpServletRequest request, String parameter, String value) {
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        Stream<String> others = Arrays.stream(query.split("&"))
                .filter(pair -> !pair.isEmpty() && !name(pair).equals(parameter));
        return Stream.concat(others, Stream.of(parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
    }

    private static String name(String pair) {
        String raw = pair.contains("=") ? pair.substring(0, pair.indexOf('=')) : pair;
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return raw;
        }
    }

    private static String joined(String address, String query) {
        return query.isEmpty() ? address : address + "?" + query;
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
