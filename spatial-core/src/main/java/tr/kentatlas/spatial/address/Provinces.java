package tr.kentatlas.spatial.address;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of the 81 provinces, to tell the end of an address from its street. */
final class Provinces {
    private static final Set<String> NAMES =
            Arrays.stream("""
            adana adiyaman afyonkarahisar afyon agri amasya ankara antalya artvin aydin balikesir bilecik bingol bitlis bolu burdur bursa
            canakkale cankiri corum denizli diyarbakir edirne elazig erzincan erzurum eskisehir gaziantep giresun gumushane hakkari hatay
            isparta mersin icel istanbul izmir kars kastamonu kayseri kirklareli kirsehir kocaeli konya kutahya malatya manisa kahramanmaras
            mardin mugla mus nevsehir nigde ordu rize sakarya samsun siirt sinop sivas tekirdag tokat trabzon tunceli sanliurfa usak van
            yozgat zonguldak aksaray bayburt karaman kirikkale batman sirnak bartin ardahan igdir yalova karabuk kilis osmaniye duzce""".split("\\s+", -1)).collect(Collectors.toUnmodifiableSet());

    private Provinces() {}

    static boolean contains(String folded) {
        return NAMES.contains(folded);
    }

    /** The two names of "Kadıköy/İstanbul", if the second is a province's. */
    static Optional<String[]> pair(String text) {
        String[] names = text.split("/", -1);
        boolean pair = names.length == 2 && !names[0].isBlank() && contains(AddressKey.of(names[1]));
        return pair ? Optional.of(names) : Optional.empty();
    }
}
