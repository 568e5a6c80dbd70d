/** The API definition (OpenAPI 3.0.3), made from what the caller sees (OGC 17-069r4 §7.3, §9.3). */
@NullMarked
package tr.kentatlas.api.ogc.openapi;

import org.jspecify.annotations.NullMarked;
