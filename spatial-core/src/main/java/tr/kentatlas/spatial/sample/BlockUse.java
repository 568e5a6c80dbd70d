package tr.kentatlas.spatial.sample;

/** What a building block is set aside for. */
enum BlockUse {
    BUILT,
    ESTATE,
    PARK,
    PLAYGROUND,
    CAR_PARK,
    SQUARE,
    CEMETERY,
    FIELD,
    SCHOOL,
    MOSQUE,
    HOSPITAL,
    PUBLIC,
    MARKET,
    SPORT,
    BUS_STATION;

    boolean isGreen() {
        return this == PARK || this == PLAYGROUND || this == SQUARE || this == CEMETERY;
    }

    /** One plot with one institution. */
    boolean isInstitution() {
        return this == SCHOOL
                || this == MOSQUE
                || this == HOSPITAL
                || this == PUBLIC
                || this == MARKET
                || this == SPORT
                || this == BUS_STATION;
    }
}
