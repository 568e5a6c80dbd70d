package tr.kentatlas.spatial.address;

/** The parts a written address may have, from the country's to the flat's. */
public enum AddressPart {
    /** İl. */
    PROVINCE,
    /** İlçe. */
    DISTRICT,
    /** Posta kodu, five digits. */
    POST_CODE,
    /** Köy. */
    VILLAGE,
    /** Mahalle, without the word. */
    NEIGHBOURHOOD,
    /** Mevki. */
    LOCALITY,
    /** A road named on the way to the street, as in "Atatürk Cad. 1203 Sok.": no part of the address itself. */
    VIA,
    /** The name of the meydan, bulvar, cadde, sokak or küme evler, without the word; {@link ParsedAddress#street} has its kind. */
    STREET,
    /** Site. */
    SITE,
    /** Apartman, iş merkezi, plaza …, without the word. */
    BUILDING,
    /** Blok. */
    BLOCK,
    /** Dış kapı no. */
    DOOR,
    /** Kat. */
    FLOOR,
    /** İç kapı no (daire). */
    UNIT
}
