/** The steps of setting up a GeoServer at the terminal. */
@NullMarked
package tr.kentatlas.api.cli.geoserver;

import org.jspecify.annotations.NullMarked;
