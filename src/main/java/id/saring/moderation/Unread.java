package id.saring.moderation;

/**
 * What a filter was given and cannot be read; nothing is listed then, because everything would pass for what was asked.
 *
 * @param label key of the message that names the filter
 * @param value as it was typed
 */
public record Unread(String label, String value) {}
