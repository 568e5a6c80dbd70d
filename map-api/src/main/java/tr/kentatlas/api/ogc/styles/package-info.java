/** OGC API Styles (OGC 20-009): the city's own cartography as a MapLibre style. */
@NullMarked
package tr.kentatlas.api.ogc.styles;

import org.jspecify.annotations.NullMarked;
