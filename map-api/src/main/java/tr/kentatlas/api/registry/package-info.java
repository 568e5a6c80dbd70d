/** The national address registry in the service. */
@NullMarked
package tr.kentatlas.api.registry;

import org.jspecify.annotations.NullMarked;
