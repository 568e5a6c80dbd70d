package tr.kentatlas.spatial.sample;

import java.util.Set;

/** A utility network under the streets; it runs a little beside the middle line so that networks can be told apart. */
enum Network {
    WATER("water", "potable", "İçme suyu şebekesi", "suKanalizasyonIdaresi", 1.1, 0.7, "duktil", 1.4),
    SEWER("sewer", "sanitary", "Atık su şebekesi", "suKanalizasyonIdaresi", -0.9, 1.0, "koruge", 2.4),
    STORM("sewer", "storm", "Yağmur suyu şebekesi", "suKanalizasyonIdaresi", -1.3, -0.8, "betonarme", 2.0),
    GAS("oilGasChemical", "naturalGas", "Doğal gaz şebekesi", "dogalgazDagitim", 1.6, -1.1, "pe", 1.0),
    POWER("electricity", "mediumVoltage", "Elektrik şebekesi", "elektrikDagitim", 0.4, -2.1, "aluminyum", 0.9);

    final String type;
    final String product;
    final String title;
    final String operator;
    final double east;
    final double north;
    final String material;
    final double depth;

    Network(
            String type,
            String product,
            String title,
            String operator,
            double east,
            double north,
            String material,
            double depth) {
        this.type = type;
        this.product = product;
        this.title = title;
        this.operator = operator;
        this.east = east;
        this.north = north;
        this.material = material;
        this.depth = depth;
    }

    private static final Set<StreetKind> LARGER =
            Set.of(StreetKind.BOULEVARD, StreetKind.AVENUE, StreetKind.COLLECTOR, StreetKind.ROUNDABOUT);

    boolean follows(StreetKind kind) {
        return switch (this) {
            case WATER, SEWER -> kind != StreetKind.TRACK;
            case GAS -> kind != StreetKind.TRACK && kind != StreetKind.LANE;
            case STORM, POWER -> LARGER.contains(kind);
        };
    }

    boolean falls() {
        return this == SEWER || this == STORM;
    }

    double diameter(StreetKind kind) {
        boolean large = LARGER.contains(kind);
        return switch (this) {
            case WATER -> large ? 250 : 110;
            case SEWER -> large ? 500 : 200;
            case STORM -> kind == StreetKind.BOULEVARD ? 1000 : 600;
            case GAS -> large ? 125 : 63;
            case POWER -> 0;
        };
    }
}
