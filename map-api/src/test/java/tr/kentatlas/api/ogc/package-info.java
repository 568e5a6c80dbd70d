/** The OGC APIs over HTTP, before the real walls of a real city. */
@NullMarked
package tr.kentatlas.api.ogc;

import org.jspecify.annotations.NullMarked;
