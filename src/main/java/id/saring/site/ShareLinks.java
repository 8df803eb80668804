package id.saring.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Links that carry a claim's verdict on, or open a chat with the bot; all work without a script and ask nobody before.
 *
 * @param message      what is shared: verdict, claim and address
 * @param askTelegram  opens the bot with the claim filled in; null without a bot
 * @param askWhatsapp  likewise
 */
record ShareLinks(
        String message,
        String whatsapp,
        String telegram,
        String x,
        @Nullable String askTelegram,
        @Nullable String askWhatsapp) {
    private static final int LONGEST_TWEET = 240;

    static ShareLinks of(String verdict, String claim, String url, SiteSettings settings) {
        String said = "[" + verdict + "] " + claim;
        String message = said + "\n" + url;
        return new ShareLinks(
                message,
                "https://wa.me/?text=" + encode(message),
                "https://t.me/share/url?url=" + encode(url) + "&text=" + encode(said),
                "https://x.com/intent/post?url=" + encode(url) + "&text=" + encode(shorten(said)),
                settings.telegramBot() == null
                ? null
                : "https://t.me/" + settings.telegramBot() + "?text=" + encode(claim),
                settings.whatsappNumber() == null
                        ? null
                        : "https://wa.me/" + settings.whatsappNumber() + "?text=" + encode(claim));
    }

    private static String shorten(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST_TWEET ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_TWEET - 1)) + "…";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
