package tr.kentatlas.spatial.search;

/** The fields of an index document. */
final class Fields {
    static final String ID = "id";
    static final String SORT = "sort";
    static final String CODE = "code";
    static final String PATH = "path";
    /** Words of the title, of the kind, of the broader kind, of where it is, of the building an address belongs to. */
    static final String TITLE = "t";

    static final String KIND = "k";
    static final String GROUP = "g";
    static final String WHERE = "w";
    static final String BUILDING = "b";
    /** Whole titles, with and without the word of their kind. */
    static final String KEY = "key";

    /** All that a place's kind is called, each as a whole. */
    static final String KIND_NAME = "kn";

    static final String DOOR = "door";
    static final String NUMBER = "num";
    /** The whole name of a parcel's neighbourhood, without the word for its kind. */
    static final String NEIGHBOURHOOD = "m";

    static final String BLOCK = "ada";
    static final String PARCEL = "parsel";
    static final String POINT = "at";
    static final String SHAPE = "shape";
    static final String LENGTH = "len";
    static final String CARD = "card";
    static final String DUTY_FROM = "duty_from";
    static final String DUTY_UNTIL = "duty_until";
    static final String KINDS = "kinds";

    private Fields() {}
}
