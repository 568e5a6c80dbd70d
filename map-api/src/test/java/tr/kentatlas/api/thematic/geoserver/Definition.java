package tr.kentatlas.api.thematic.geoserver;

import tr.kentatlas.api.access.View;
import tr.kentatlas.api.thematic.ThematicMap;
import tr.kentatlas.api.thematic.ThematicMapReader;
import tr.kentatlas.spatial.release.Editions;

/** Reads definitions of maps as a visitor of a city's first release. */
record Definition(SetUpCity city) {
    ThematicMap read(String definition) {
        return ThematicMapReader.read(
                definition, View.visitor(new Editions(city.database()).find(1).orElseThrow()));
    }
}
