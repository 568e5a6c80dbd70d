/** Reads OpenStreetMap extracts ({@code .osm.pbf}) into the city's model, as {@code data/profiles/osm.yaml} maps them. */
@NullMarked
package tr.kentatlas.spatial.ingest.osm;

import org.jspecify.annotations.NullMarked;
