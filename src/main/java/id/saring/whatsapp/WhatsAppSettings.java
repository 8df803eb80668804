package id.saring.whatsapp;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Our numbers at WhatsApp and what proves who we are and who writes to us. {@code toString} hides the secrets.
 *
 * @param phoneNumberId Meta's ids of our numbers, not the numbers themselves; several are separated by commas
 * @param accessToken   lets us send
 * @param appSecret     signs what Meta sends us
 * @param verifyToken   a word of our choice, given to Meta when the webhook is set up
 * @param apiUrl        where the Graph API answers
 * @param apiVersion    its version, such as v26.0
 * @param template      what may be sent when the person last wrote more than a day ago
 * @throws IllegalArgumentException if something is missing or has not its form
 */
@ConfigurationProperties("saring.whatsapp")
record WhatsAppSettings(
        String phoneNumberId,
        String accessToken,
        String appSecret,
        String verifyToken,
        URI apiUrl,
        String apiVersion,
        @DefaultValue Template template) {
    private static final Pattern NUMBER_IDS = Pattern.compile("[0-9]+( *, *[0-9]+)*");

    /**
     * An approved utility template whose body has one variable, which becomes the message's text.
     *
     * @param name     empty for none: nothing is sent then
     * @param language Meta's code of its language; empty for the language of the message
     */
    record Template(@DefaultValue("") String name, @DefaultValue("") String language) {
        boolean isGiven() {
            return !name.isBlank();
        }
    }

    WhatsAppSettings {
        phoneNumberId = stripped(phoneNumberId);
        accessToken = stripped(accessToken);
        appSecret = stripped(appSecret);
        verifyToken = stripped(verifyToken);
        if (!NUMBER_IDS.matcher(phoneNumberId).matches()) {
            throw new IllegalArgumentException("WHATSAPP_PHONE_NUMBER_ID must be the number's id at Meta, in digits");
        }
        require(accessToken, "WHATSAPP_ACCESS_TOKEN is missing; without it WhatsApp takes no answers");
        require(appSecret, "WHATSAPP_APP_SECRET is missing; without it anybody could write in the name of anybody");
        require(verifyToken, "WHATSAPP_VERIFY_TOKEN is missing; it is a word of your choice that Meta asks for too");
        String scheme = apiUrl.getScheme();
        if (apiUrl.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new IllegalArgumentException("WHATSAPP_API_URL must be an http or https address with a host");
        }
        if (!apiVersion.matches("v[0-9]+\\.[0-9]+")) {
            throw new IllegalArgumentException("WHATSAPP_API_VERSION must look like v26.0");
        }
    }

    /** The ids of our numbers. */
    Set<String> numbers() {
        return new TreeSet<>(List.of(phoneNumberId.split(" *, *")));
    }

    /** Where messages of one of our numbers are posted. */
    URI messagesOf(String number) {
        String base = apiUrl.toString().replaceAll("/+$", "");
        return URI.create(base + "/" + apiVersion + "/" + number + "/messages");
    }

    @Override
    public String toString() {
        return "WhatsAppSettings[phoneNumberId=%s, apiUrl=%s, apiVersion=%s, template=%s]"
                .formatted(phoneNumberId, apiUrl, apiVersion, template);
    }

    private static String stripped(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static void require(String value, String otherwise) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
