package id.saring.account;

/** Why a password is not taken. */
public enum Weakness {
    SHORT,
    LONG,
    NAME,
    SIMPLE,
    /** The same as the one before. */
    SAME
}
