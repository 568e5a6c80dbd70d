package tr.kentatlas.api.access.signin;

import java.io.Serializable;

/** The owner of a session that began with a password. */
record PasswordPrincipal(long staffId, int epoch) implements SignedIn, Serializable {}
