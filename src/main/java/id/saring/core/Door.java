package id.saring.core;

/** Through which door a question came: a channel, which has chats, or one that answers at once and knows nobody. */
public enum Door {
    WEB,
    TELEGRAM,
    WHATSAPP,
    PAGE,
    WIDGET,
    API,
    MCP;

    public static Door of(Channel channel) {
        return switch (channel) {
            case WEB -> WEB;
            case TELEGRAM -> TELEGRAM;
            case WHATSAPP -> WHATSAPP;
        };
    }
}
