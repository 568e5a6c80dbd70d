package tr.kentatlas.registry;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The municipality's own editors, by chance from a seed. */
final class LocalMess {
    private final SyncCity city;
    private final Random dice;

    LocalMess(SyncCity city, long seed) {
        this.city = city;
        this.dice = new Random(seed);
    }

    void one() {
        switch (dice.nextInt(11)) {
            case 0 -> addHouse();
            case 1 -> change("numarataj", "kapi_no", Integer.toString(100 + dice.nextInt(500)) + "/A");
            case 2 -> change("bina", "kat_ustu", 1 + dice.nextInt(9));
            case 3 -> change("yol", "ad", "Sokak " + (100 + dice.nextInt(800)));
            case 4 -> addRoad();
            case 5 -> moveDoor();
            case 6 -> surveyAnew();
            case 7 -> prolong();
            case 8 -> change("yol_orta_hat_yon", "tanitim_kodu", Integer.toString(5_000 + dice.nextInt(90_000)));
            case 9 -> change("bagimsiz_bolum", "durum", dice.nextBoolean() ? "kullanimda" : "kullanimDisi");
            default -> retireUnit();
        }
    }

    private void addHouse() {
        UUID side = any("yol_orta_hat_yon WHERE kayit_durumu IS DISTINCT FROM 'arsiv'");
        if (side != null) city.house(side, Integer.toString(700 + dice.nextInt(9000)), dice.nextInt(3));
    }

    private void addRoad() {
        UUID road = city.road("Yol " + dice.nextInt(100_000), "4");
        city.house(
                city.side(road, dice.nextBoolean() ? SyncCity.WEST : SyncCity.EAST, 400 + dice.nextInt(100)), "1", 1);
    }

    private void change(String type, String column, Object value) {
        UUID id = any(type + " WHERE true");
        if (id != null) city.edit(type, id, column, value);
    }

    private void moveDoor() {
        UUID id = any("numarataj WHERE geom IS NOT NULL");
        if (id != null) DoorPlace.move(city, id, 5 + dice.nextInt(40));
    }

    private void surveyAnew() {
        UUID line = any("yol_orta_hat WHERE geom IS NOT NULL");
        if (line == null) return;
        city.jdbc
                .sql("UPDATE working.yol_orta_hat SET geom = ST_Translate(geom, 0, ?) WHERE tucbs_no = ?")
                .params(5 + dice.nextInt(20), line)
                .update();
    }

    private void prolong() {
        UUID side = any("yol_orta_hat_yon WHERE kayit_durumu IS DISTINCT FROM 'arsiv'");
        if (side == null) return;
        city.jdbc
                .sql("SELECT road, neighbourhood FROM registry.local_side WHERE id = ?")
                .param(side)
                .query((row, n) -> city.side(
                        row.getObject("road", UUID.class), row.getLong("neighbourhood"), 600 + dice.nextInt(300)))
                .list();
    }

    private void retireUnit() {
        UUID id = any("bagimsiz_bolum WHERE true");
        if (id != null) city.retire("bagimsiz_bolum", id);
    }

    private @Nullable UUID any(String what) {
        List<UUID> ids = city.jdbc
                .sql("SELECT tucbs_no FROM working." + what + " ORDER BY tucbs_no")
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        return ids.isEmpty() ? null : ids.get(dice.nextInt(ids.size()));
    }
}
