package tr.kentatlas.api.http;

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

    /** The address of this very request with one parameter changed. */
    public static String again(String parameter, String value) {
        return CurrentAddress.whole(parameter, value);
    }

    /** The address of this very request. */
    public static String again() {
        return CurrentAddress.whole();
    }
}
