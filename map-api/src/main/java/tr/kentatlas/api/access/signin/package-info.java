/** Signing in at the desk: accounts, passwords, lock-out, sessions, and who may call which address. */
@NullMarked
package tr.kentatlas.api.access.signin;

import org.jspecify.annotations.NullMarked;
