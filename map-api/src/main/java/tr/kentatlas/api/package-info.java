/** The Spring Boot application: HTTP, who may see what, and the pages. */
@NullMarked
package tr.kentatlas.api;

import org.jspecify.annotations.NullMarked;
