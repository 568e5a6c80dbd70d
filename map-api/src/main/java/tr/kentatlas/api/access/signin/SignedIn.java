package tr.kentatlas.api.access.signin;

/** What a session knows of its owner: the account, and the epoch it was begun in; who they are now is looked up. */
interface SignedIn {
    long staffId();

    int epoch();
}
