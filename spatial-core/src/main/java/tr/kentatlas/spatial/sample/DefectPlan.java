package tr.kentatlas.spatial.sample;

final class DefectPlan {
    private DefectPlan() {}

    static void plant(District district, Defects defects) {}
}
