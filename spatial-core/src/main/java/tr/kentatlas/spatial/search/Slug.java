package tr.kentatlas.spatial.search;

import java.util.regex.Pattern;
import tr.kentatlas.spatial.address.TurkishText;

/** A name as part of an address on the web: small Latin letters, digits and hyphens; "Çınarlı Mahallesi" is cinarli. */
public final class Slug {
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDING = Pattern.compile("-(mahallesi|mah|mh|koyu|ilcesi|belediyesi)$");

    private Slug() {}

    public static String of(String name) {
        String hyphens = OTHER.matcher(TurkishText.searchKey(name)).replaceAll("-");
        String bare = hyphens.replaceAll("^-|-$", "");
        String slug = ENDING.matcher(bare).replaceFirst("");
        return slug.isEmpty() ? "-" : slug;
    }
}
