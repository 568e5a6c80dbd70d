package tr.kentatlas.api.access.signin;

/** Addresses of signing in at the organisation's own provider (OpenID Connect Core 1.0). */
final class ForeignSignIn {
    /** Followed by the provider's registration: leads there. */
    static final String START = "/desk/oidc/start";
    /** Where the provider sends people back to. */
    static final String BACK = "/desk/oidc/back";

    private ForeignSignIn() {}
}
