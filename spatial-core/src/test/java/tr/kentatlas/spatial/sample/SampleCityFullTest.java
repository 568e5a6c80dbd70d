package tr.kentatlas.spatial.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.kentatlas.spatial.sample.CollectedCity.geometry;
import static tr.kentatlas.spatial.sample.CollectedCity.text;
import static tr.kentatlas.spatial.sample.CollectedCity.value;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.ModelReader;

class SampleCityFullTest {
    private static final CollectedCity CITY = CollectedCity.clean();

    @Test
    void everyTypeOfTheModelHasFeatures() {
        assertThat(ModelReader.read().types())
                .extracting(FeatureType::name)
                .allSatisfy(type -> assertThat(CITY.all(type)).as(type).isNotEmpty());
    }

    @Test
    void aBridgeCarriesTheRoadWhoseWeightIsRestricted() {
        List<FeatureRecord> bridges = CITY.all("diger_yapi").stream()
                .filter(structure -> text(structure, "tip").equals("bridge"))
                .toList();
        List<Geometry> restricted = CITY.all("yol_kisitlama").stream()
                .filter(limit -> text(limit, "kisit_tipi").equals("maximumTotalWeight"))
                .map(limit -> geometry(CITY.get(value(limit, "orta_hat"))))
                .toList();
        assertThat(bridges)
                .isNotEmpty()
                .allSatisfy(bridge -> assertThat(restricted).anyMatch(road -> road.intersects(geometry(bridge))));
    }

    @Test
    void buildingLinesStayInsideTheirPlan() {
        List<FeatureRecord> lines = CITY.all("plan_cizgi").stream()
                .filter(line -> text(line, "gosterim").equals("yapiDuzeni.yapiYaklasmaSiniri"))
                .toList();
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(
                                geometry(CITY.get(value(line, "plan"))).covers(geometry(line)))
                        .isTrue());
    }

    @Test
    void anInstallationStandsAtItsBuilding() {
        assertThat(CITY.all("ek_yapi"))
                .isNotEmpty()
                .allSatisfy(part -> assertThat(
                                geometry(CITY.get(value(part, "bina"))).distance(geometry(part)))
                        .isLessThan(3));
    }

    @Test
    void allSeventeenKindsOfServiceArePresentAndPharmaciesAreOnDutyEveryNightOfItsRoster() {
        assertThat(CITY.all("kamu_hizmeti").stream()
                        .map(service -> text(service, "tip"))
                        .distinct())
                .hasSize(17);
        assertThat(CITY.all("nobet_cizelgesi").stream()
                        .map(duty -> text(duty, "baslangic"))
                        .distinct())
                .hasSize(426);
        assertThat(CITY.all("nobet_cizelgesi"))
                .allMatch(
                        duty -> text(CITY.get(value(duty, "eczane")), "alt_tip").equals("eczane"));
    }

    @Test
    void sewersFallInTheirDirection() {
        List<FeatureRecord> pipes = CITY.all("sebeke_hatti").stream()
                .filter(pipe -> value(pipe, "akar_kot_bas") != null)
                .toList();
        assertThat(pipes).hasSizeGreaterThan(500);
        assertThat(pipes)
                .allMatch(pipe -> Double.parseDouble(text(pipe, "akar_kot_bas"))
                        >= Double.parseDouble(text(pipe, "akar_kot_son")));
    }
}
