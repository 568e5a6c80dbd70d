package tr.kentatlas.api.http;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Absolute addresses as the caller reached us, behind a proxy or not. */
public final class Urls {
    private Urls() {}

    /** The address of a path such as {@code /ogc/collections}. */
    public static String of(String path) {
        return builder(path).encode().toUriString();
    }

    public static UriComponentsBuilder builder(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path);
    }

    /** The address of a path, as of the release this request asks for where it names one. */
    public static String ofSame(String path, String... query) {
        String all = Stream.concat(Arrays.stream(query), Stream.of(CurrentAddress.asOf()))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining("&"));
        return all.isEmpty() ? of(path) : of(path) + "?" + all;
    }

    /** The address of this very request with one parameter changed. */
    public static String again(String parameter, String value) {
        return CurrentAddress.whole(parameter, value);
    }

    /** The address of this very request. */
    public static String again() {
        return CurrentAddress.whole();
    }
}
