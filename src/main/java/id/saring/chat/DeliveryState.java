package id.saring.chat;

/** How far the answer to a message has come. */
public enum DeliveryState {
    /** Not sent yet. */
    WAITING,
    /** The platform took it. */
    SENT,
    /** The platform says that it arrived. */
    DELIVERED,
    /** The platform says that it was read. */
    READ,
    /** The platform took it and says that it did not arrive. */
    FAILED,
    /** The person cannot be written to. */
    UNREACHABLE,
    /** The platform did not take it. */
    REFUSED,
    /** Given up after many attempts. */
    GIVEN_UP,
    /** There was nothing to send, or what became of it is no longer known. */
    NONE
}
