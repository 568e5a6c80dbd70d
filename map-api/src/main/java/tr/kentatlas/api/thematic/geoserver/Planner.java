package tr.kentatlas.api.thematic.geoserver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.thematic.geoserver.Plan.Deed;
import tr.kentatlas.api.thematic.geoserver.Plan.Step;
import tr.kentatlas.spatial.delivery.MapViews;

/** Compares what there is with what should be: the database's views, GeoServer's catalogue and the ledger. It reads only. */
final class Planner {
    private final RestCalls rest;
    private final MapViews views;
    private final Ledger ledger;
    private final PublicStore store;
    private final Set<Long> kept;

    /** @param kept releases whose workspaces stay, the one to be set up among them */
    Planner(RestCalls rest, MapViews views, Ledger ledger, PublicStore store, Set<Long> kept) {
        this.rest = rest;
        this.views = views;
        this.ledger = ledger;
        this.store = store;
        this.kept = Set.copyOf(kept);
    }

    Plan plan(Wanted wanted) {
        List<Step> steps = new ArrayList<>();
        boolean isThere = new Workspaces(rest).names().contains(wanted.workspace());
        requireOurs(wanted, isThere);
        views(wanted, steps);
        if (!isThere) steps.add(Step.of(Deed.MAKE, "workspace " + wanted.workspace(), () -> make(wanted)));
        boolean hasStore = isThere && store(wanted, steps);
        if (!isThere) steps.add(Step.of(Deed.MAKE, "store " + storeName(wanted), () -> makeStore(wanted)));
        new LayerPlanner(rest, wanted, isThere, hasStore).plan(steps);
        leftOverViews(wanted, steps);
        handOver(wanted, steps);
        old(steps);
        return new Plan(wanted.edition().release(), steps, wanted.leftOut());
    }

    private void requireOurs(Wanted wanted, boolean isThere) {
        if (!isThere || ledger.releases().contains(wanted.edition().release())) return;
        throw new GeoServerTrouble(Wording.of("geoserver.not-ours", wanted.workspace()));
    }

    private void make(Wanted wanted) {
        ledger.begin(wanted.edition().release());
        new Workspaces(rest).make(wanted.workspace());
    }

    private void views(Wanted wanted, List<Step> steps) {
        long release = wanted.edition().release();
        Map<String, String> present = views.present(release);
        for (WantedLayer layer : wanted.layers()) {
            String hash = present.get(layer.name());
            if (layer.view().hash().equals(hash)) continue;
            Deed deed = hash == null ? Deed.MAKE : Deed.CHANGE;
            steps.add(Step.of(
                    deed,
                    "view " + MapViews.schema(release) + "." + layer.name(),
                    layer.name(),
                    () -> views.make(release, layer.view())));
        }
    }

    /** Whether there is a store already. */
    private boolean store(Wanted wanted, List<Step> steps) {
        Stores stores = new Stores(rest, wanted.workspace());
        Map<String, String> parameters = parameters(wanted);
        if (stores.find().isEmpty()) {
            steps.add(Step.of(Deed.MAKE, "store " + storeName(wanted), () -> makeStore(wanted)));
            return false;
        }
        if (!stores.isAsWanted(parameters)) {
            steps.add(Step.of(
                    Deed.CHANGE,
                    "store " + storeName(wanted) + " (its address, or it does not open)",
                    () -> stores.change(parameters)));
        }
        return true;
    }

    private void makeStore(Wanted wanted) {
        Stores stores = new Stores(rest, wanted.workspace());
        if (stores.find().isPresent()) stores.change(parameters(wanted));
        else stores.make(parameters(wanted));
    }

    private Map<String, String> parameters(Wanted wanted) {
        return store.parameters(
                wanted.workspace(), MapViews.schema(wanted.edition().release()));
    }

    private static String storeName(Wanted wanted) {
        return wanted.workspace() + ":" + Names.STORE;
    }

    private void leftOverViews(Wanted wanted, List<Step> steps) {
        long release = wanted.edition().release();
        Set<String> names = names(wanted);
        for (String view : views.present(release).keySet()) {
            if (names.contains(view)) continue;
            steps.add(Step.of(
                    Deed.REMOVE, "view " + MapViews.schema(release) + "." + view, () -> views.remove(release, view)));
        }
    }

    /** Last: only from here on does the map service send requests for these layers to GeoServer. */
    private void handOver(Wanted wanted, List<Step> steps) {
        long release = wanted.edition().release();
        Set<String> names = names(wanted);
        Set<String> ready = ledger.ready(release);
        boolean touched = steps.stream().anyMatch(step -> step.layer().isPresent());
        if (ready.equals(names) && !touched) return;
        Set<String> gone = new HashSet<>(ready);
        gone.removeAll(names);
        steps.add(Step.of(Deed.CHANGE, "/wms: " + names.size() + " layers are drawn by " + wanted.workspace(), () -> {
            ledger.takeBack(release, gone);
            ledger.handOver(release, names);
        }));
    }

    private static Set<String> names(Wanted wanted) {
        Set<String> names = new HashSet<>();
        wanted.layers().forEach(layer -> names.add(layer.name()));
        return names;
    }

    private void old(List<Step> steps) {
        Set<Long> known = new HashSet<>(ledger.releases());
        for (long release : ledger.releases()) {
            if (kept.contains(release)) continue;
            steps.add(Step.of(
                    Deed.REMOVE,
                    "workspace " + Names.workspace(release) + " with all it holds",
                    () -> remove(release)));
        }
        for (long release : views.releases()) {
            if (kept.contains(release) || known.contains(release)) continue;
            steps.add(Step.of(Deed.REMOVE, "views " + MapViews.schema(release), () -> views.drop(release)));
        }
    }

    private void remove(long release) {
        ledger.takeBack(release, ledger.ready(release));
        new Workspaces(rest).remove(Names.workspace(release));
        views.drop(release);
        ledger.forget(release);
    }
}
