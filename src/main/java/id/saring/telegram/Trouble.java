package id.saring.telegram;

/** What can be wrong between us and Telegram, in words an operator can act on. */
enum Trouble {
    UNAUTHORIZED("Telegram refuses the bot token. Check TELEGRAM_BOT_TOKEN (and TELEGRAM_API_URL)"),
    CONFLICT("Another program receives this bot's messages. Only one may run with the same TELEGRAM_BOT_TOKEN"),
    RATE_LIMITED("Telegram asks to slow down"),
    SERVER_ERROR("Telegram's server has an error"),
    NO_ANSWER("Telegram cannot be reached. Check the network and TELEGRAM_API_URL"),
    WEBHOOK("Telegram does not take the address of our webhook. Check SARING_BASE_URL and its certificate"),
    STORE("What Telegram sends cannot be stored, so Telegram keeps it for us. Look at the store"),
    UNREADABLE("What answers at TELEGRAM_API_URL does not speak like Telegram"),
    REFUSED("Telegram refuses a request of ours");

    private final String sentence;

    Trouble(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    /** Whether it stays until somebody mends it. */
    boolean lasting() {
        return this == UNAUTHORIZED || this == STORE;
    }

    static Trouble ofCode(int code) {
        return switch (code) {
            case 401, 404 -> UNAUTHORIZED;
            case 409 -> CONFLICT;
            case 420, 429 -> RATE_LIMITED;
            default -> code >= 500 ? SERVER_ERROR : REFUSED;
        };
    }
}
