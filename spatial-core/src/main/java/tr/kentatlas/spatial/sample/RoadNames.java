package tr.kentatlas.spatial.sample;

final class RoadNames {
    private RoadNames() {}

    static void give(District district) {
        int n = 1;
        for (Road road : district.roads) {
            road.name = Integer.toString(1000 + n++);
        }
    }
}
