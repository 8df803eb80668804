package id.saring.core;

/** Where a message came from and its answer goes. */
public enum Channel {
    WEB,
    TELEGRAM,
    WHATSAPP
}
