package id.saring.whatsapp;

/** What can be wrong between us and WhatsApp, in words an operator can act on. */
enum Trouble {
    TOKEN("WhatsApp refuses the access token. Check WHATSAPP_ACCESS_TOKEN; it may have expired"),
    PERMISSION("The access token may not send messages. Give it the permission whatsapp_business_messaging"),
    NUMBER("WhatsApp does not know our number, or it is not registered. Check WHATSAPP_PHONE_NUMBER_ID"),
    ACCOUNT("WhatsApp has restricted our account. Look at its quality and at the notices in WhatsApp Manager"),
    PAYMENT("WhatsApp wants a valid means of payment for our account"),
    RATE_LIMITED("WhatsApp asks to slow down"),
    SERVER_ERROR("WhatsApp's server has an error"),
    NO_ANSWER("WhatsApp cannot be reached. Check the network and WHATSAPP_API_URL"),
    UNREADABLE("What answers at WHATSAPP_API_URL does not speak like WhatsApp"),
    STORE("What WhatsApp sends cannot be stored, so WhatsApp keeps it for us. Look at the store");

    private final String sentence;

    Trouble(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
