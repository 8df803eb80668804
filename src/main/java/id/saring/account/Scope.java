package id.saring.account;

/** What an API token may do: read, or write as well. */
public enum Scope {
    READ,
    WRITE
}
