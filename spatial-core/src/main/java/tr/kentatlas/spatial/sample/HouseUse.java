package tr.kentatlas.spatial.sample;

/** What a building serves as. */
enum HouseUse {
    FLATS,
    TOWER,
    ROW,
    DETACHED,
    VILLA,
    SHED,
    FARM,
    SCHOOL,
    MOSQUE,
    HOSPITAL,
    PUBLIC,
    MARKET,
    SPORT,
    STATION
}
