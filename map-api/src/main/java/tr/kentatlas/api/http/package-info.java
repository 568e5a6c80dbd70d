/** What HTTP asks of every answer: language, form, names, addresses and what browsers are told. */
@NullMarked
package tr.kentatlas.api.http;

import org.jspecify.annotations.NullMarked;
