/** {@code /api/desk/registry}: the synchronisation with the national address registry for people. */
@NullMarked
package tr.kentatlas.api.desk.registry;

import org.jspecify.annotations.NullMarked;
