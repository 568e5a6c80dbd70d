/** Exports of the registry as files, for a city that has no service to call. */
@NullMarked
package tr.kentatlas.registry.file;

import org.jspecify.annotations.NullMarked;
