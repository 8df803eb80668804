package id.saring.whatsapp;

/**
 * A webhook that is yet to be delivered.
 *
 * @param messageId the id of the message in it
 * @param signature for the header {@code X-Hub-Signature-256}
 */
public record WebhookRequest(String messageId, byte[] body, String signature) {}
