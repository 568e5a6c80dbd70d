package tr.kentatlas.api.access;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureType;

/**
 * Kinds of data the public does not see, and which roles need each for their work (KVKK 6698 art. 4: limited to the purpose). What
 * belongs to none of them is seen by stewards and administrators only.
 */
@SuppressWarnings("ImmutableEnumChecker") // its sets are filled here and read ever after
enum Need {
    /** How a record came about, without persons. */
    RECORD_KEEPING(
            Set.of(),
            Set.of("kayitDurumu", "kaynakKimlik", "olusturmaTarihi", "islemGerekcesi"),
            Role.VIEWER,
            Role.PLANNER,
            Role.EDITOR,
            Role.NUMBERING,
            Role.AUDITOR),
    /** Which colleague made a record. */
    COLLEAGUES(Set.of(), Set.of("olusturan", "degistiren"), Role.EDITOR, Role.NUMBERING),
    /** Keys of the national address registry. */
    REGISTRY_KEYS(
            Set.of(),
            Set.of("maksKimlikNo", "uavtKod", "uavtKodu", "numaratajKodu", "binaKimlikNo"),
            Role.EDITOR,
            Role.NUMBERING),
    /** Keys of the land registry and the cadastre. */
    LAND_KEYS(
            Set.of(),
            Set.of("takbisKod", "tasinmazKimlikNo", "ulusalKadastralReferans", "megsisId"),
            Role.PLANNER,
            Role.EDITOR),
    /** Figures of a building from which one household could be told. */
    BUILDING_FIGURES(
            Set.of("bina_kullanimi"),
            Set.of(
                    "BO_isyeriSayisi",
                    "BO_konutBirimSayisi",
                    "BO_toplamBagimsizBolumAlani",
                    "BO_toplamOrtakAlan",
                    "bagimsizBolumSayisi",
                    "kullanimAltTuru",
                    "yapiTipiDegeri"),
            Role.PLANNER,
            Role.EDITOR,
            Role.NUMBERING),
    /** What a building cost and its files, which name owners. */
    BUILDING_FILES(
            Set.of(),
            Set.of("YO_yapiMaliyeti", "RD_dokumanBaglantisi", "RD_dokumanBicimTipi", "RD_tarih"),
            Role.EDITOR),
    /** How to reach persons who offer a service. */
    CONTACTS(
            Set.of(),
            Set.of(
                    "Iletisim_adres",
                    "Iletisim_telefon",
                    "Iletisim_faks",
                    "Iletisim_eposta",
                    "Iletisim_iletisimTalimatlari"),
            Role.EDITOR),
    /** Texts about the ground that may name owners or engineers. */
    GROUND_TEXTS(Set.of(), Set.of("projeAdi", "aciklama"), Role.PLANNER, Role.EDITOR),
    /** Flats, shops and offices. */
    UNITS(Set.of("bagimsiz_bolum"), Set.of(), Role.EDITOR, Role.NUMBERING),
    /** Networks whose place and technique are critical. */
    UTILITIES(Set.of("sebeke_hatti", "sebeke_dugumu"), Set.of(), Role.PLANNER, Role.EDITOR);

    private final Set<String> types;
    private final Set<String> attributes;
    private final Set<Role> roles = EnumSet.of(Role.STEWARD, Role.ADMIN);

    Need(Set<String> types, Set<String> attributes, Role... roles) {
        this.types = types;
        this.attributes = attributes;
        this.roles.addAll(Set.of(roles));
    }

    /** Whether one of these roles may see that there are such objects at all. */
    static boolean permits(Set<Role> roles, FeatureType type) {
        return type.isPublic() || isNeeded(roles, of(type));
    }

    /** Whether one of these roles may see an attribute of a type: both its own need and its type's must be theirs. */
    static boolean permits(Set<Role> roles, FeatureType type, Attribute attribute) {
        if (!permits(roles, type)) return false;
        return attribute.isPublic() || isNeeded(roles, of(type, attribute));
    }

    /** Whether one of these roles may see all its values, where the public sees only some. */
    static boolean permitsWhole(Set<Role> roles, FeatureType type, Attribute attribute) {
        return permits(roles, type, attribute) && (attribute.isFullyPublic() || isNeeded(roles, of(type, attribute)));
    }

    /** The needs a type belongs to; none for one that nobody thought of. */
    static Set<Need> of(FeatureType type) {
        return those(need -> need.types.contains(type.name()));
    }

    /** The needs an attribute belongs to: its own, or else its type's. */
    static Set<Need> of(FeatureType type, Attribute attribute) {
        Set<Need> own = those(need -> need.attributes.contains(attribute.name()));
        return own.isEmpty() ? of(type) : own;
    }

    Set<Role> roles() {
        return roles;
    }

    private static Set<Need> those(Predicate<Need> condition) {
        Set<Need> found = EnumSet.noneOf(Need.class);
        for (Need need : values()) if (condition.test(need)) found.add(need);
        return found;
    }

    private static boolean isNeeded(Set<Role> roles, Set<Need> needs) {
        if (roles.contains(Role.STEWARD) || roles.contains(Role.ADMIN)) return true;
        return needs.stream().anyMatch(need -> roles.stream().anyMatch(need.roles::contains));
    }
}
