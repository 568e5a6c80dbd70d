/** A real PostGIS for the tests, and golden files. */
@NullMarked
package tr.kentatlas.testsupport;

import org.jspecify.annotations.NullMarked;
