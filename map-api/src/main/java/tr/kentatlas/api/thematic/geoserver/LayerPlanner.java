package tr.kentatlas.api.thematic.geoserver;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import tr.kentatlas.api.thematic.geoserver.Plan.Deed;
import tr.kentatlas.api.thematic.geoserver.Plan.Step;

/** Compares the styles, layers and the layer group of one workspace with what they should be. */
final class LayerPlanner {
    /** How far, in metres, a box may be off: GeoServer rounds. */
    private static final double TOLERANCE = 2;

    private final Wanted wanted;
    private final int srid;
    private final Styles styles;
    private final Layers layers;
    private final Groups groups;
    private final Set<String> knownStyles;
    private final Set<String> knownLayers;
    private final boolean isThere;

    /**
     * @param isThere whether the workspace is there
     * @param hasStore whether its store is there
     */
    LayerPlanner(RestCalls rest, Wanted wanted, boolean isThere, boolean hasStore) {
        this.wanted = wanted;
        this.srid = wanted.edition().srid();
        this.styles = new Styles(rest, wanted.workspace());
        this.layers = new Layers(rest, wanted.workspace());
        this.groups = new Groups(rest, wanted.workspace());
        this.isThere = isThere;
        this.knownStyles = isThere ? new HashSet<>(styles.names()) : Set.of();
        this.knownLayers = hasStore ? new HashSet<>(layers.names()) : Set.of();
    }

    void plan(List<Step> steps) {
        for (WantedLayer layer : wanted.layers()) {
            style(layer, steps);
            layer(layer, steps);
        }
        group(steps);
        leftOver(steps);
    }

    private void style(WantedLayer layer, List<Step> steps) {
        if (!knownStyles.contains(layer.name())) {
            steps.add(step(Deed.MAKE, "style", layer, () -> styles.make(layer.name(), layer.sld())));
            return;
        }
        if (styles.find(layer.name()).equals(SldContent.read(layer.sld()))) return;
        steps.add(step(Deed.CHANGE, "style", layer, () -> styles.change(layer.name(), layer.sld())));
    }

    private void layer(WantedLayer layer, List<Step> steps) {
        boolean known = knownLayers.contains(layer.name());
        if (!known) {
            steps.add(step(Deed.MAKE, "layer", layer, () -> {
                layers.make(layer, srid);
                measure(layer);
            }));
        } else if (!layers.find(layer.name())
                .filter(found -> isAsWanted(layer, found))
                .isPresent()) {
            steps.add(step(Deed.CHANGE, "layer", layer, () -> {
                layers.change(layer, srid);
                measure(layer);
            }));
        }
        boolean styled = known
                && layers.defaultStyle(layer.name())
                        .filter(layer.name()::equals)
                        .isPresent();
        if (styled) return;
        steps.add(
                step(Deed.CHANGE, "default style of", layer, () -> layers.setDefaultStyle(layer.name(), layer.name())));
    }

    private boolean isAsWanted(WantedLayer layer, Layers.Found found) {
        return found.nativeName().equals(layer.name())
                && found.title().equals(layer.title())
                && found.crs().equals("EPSG:" + srid)
                && found.isEnabled()
                && isNear(found.box(), box(layer));
    }

    /** The box a layer should tell of; the whole city's for a layer without features. */
    private Optional<Envelope> box(WantedLayer layer) {
        return layer.content().box().or(wanted::box);
    }

    private static boolean isNear(Envelope found, Optional<Envelope> wanted) {
        if (wanted.isEmpty()) return true;
        Envelope box = wanted.get();
        return Math.abs(found.getMinX() - box.getMinX()) < TOLERANCE
                && Math.abs(found.getMaxX() - box.getMaxX()) < TOLERANCE
                && Math.abs(found.getMinY() - box.getMinY()) < TOLERANCE
                && Math.abs(found.getMaxY() - box.getMaxY()) < TOLERANCE;
    }

    private void measure(WantedLayer layer) {
        boolean right = layers.find(layer.name())
                .filter(found -> isNear(found.box(), box(layer)))
                .isPresent();
        if (right) return;
        if (layer.content().box().isPresent()) layers.measure(layer.name());
        else
            wanted.box()
                    .ifPresent(box -> layers.measure(
                            layer.name(), srid, box, wanted.edition().extent()));
    }

    /** GeoServer makes no empty group. */
    private void group(List<Step> steps) {
        if (wanted.group().isEmpty()) return;
        Optional<List<String>> found = isThere ? groups.find() : Optional.empty();
        String what = "layer group " + wanted.workspace() + ":" + Names.GROUP;
        if (found.isEmpty()) steps.add(Step.of(Deed.MAKE, what, () -> groups.make(wanted.group())));
        else if (!found.get().equals(wanted.group())) {
            Envelope box = wanted.box().orElseGet(() -> new Envelope(0, 1, 0, 1));
            steps.add(Step.of(Deed.CHANGE, what, () -> groups.change(wanted.group(), srid, box)));
        }
    }

    /** Layers nobody wants any more, such as those of maps that were withdrawn; a layer before its style. */
    private void leftOver(List<Step> steps) {
        Set<String> names = new HashSet<>();
        wanted.layers().forEach(layer -> names.add(layer.name()));
        for (String layer : knownLayers) {
            if (names.contains(layer)) continue;
            steps.add(Step.of(
                    Deed.REMOVE, "layer " + wanted.workspace() + ":" + layer, layer, () -> layers.remove(layer)));
        }
        for (String style : knownStyles) {
            if (names.contains(style)) continue;
            steps.add(Step.of(Deed.REMOVE, "style " + wanted.workspace() + ":" + style, () -> styles.remove(style)));
        }
    }

    private Step step(Deed deed, String kind, WantedLayer layer, Runnable work) {
        return Step.of(deed, kind + " " + wanted.workspace() + ":" + layer.name(), layer.name(), work);
    }
}
