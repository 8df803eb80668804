package id.saring;

/** A setting cannot be used; the message is one sentence for the operator. */
final class WrongSettingException extends RuntimeException {
    WrongSettingException(String message) {
        super(message);
    }
}
