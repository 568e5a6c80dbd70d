/**
 * A GeoServer that draws what is public: its REST interface (observed on GeoServer 2.27), what a release is set up as in it, and its
 * pictures. The catalogue of GeoServer is only ever compared with the release and brought in line, never trusted.
 */
@NullMarked
package tr.kentatlas.api.thematic.geoserver;

import org.jspecify.annotations.NullMarked;
