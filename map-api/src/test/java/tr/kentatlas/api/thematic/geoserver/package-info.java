@NullMarked
package tr.kentatlas.api.thematic.geoserver;

import org.jspecify.annotations.NullMarked;
