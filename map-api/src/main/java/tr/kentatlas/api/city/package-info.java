/** The city that is served, and the program that serves it. */
@NullMarked
package tr.kentatlas.api.city;

import org.jspecify.annotations.NullMarked;
