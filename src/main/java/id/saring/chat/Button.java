package id.saring.chat;

import java.nio.charset.StandardCharsets;

/**
 * A button below a message. It carries all it needs, so that it works for ever.
 *
 * @throws IllegalArgumentException if the data has more than {@value #MAX_DATA_BYTES} bytes, Telegram's limit
 */
public record Button(String label, String data) {
    public static final int MAX_DATA_BYTES = 64;

    public Button {
        if (label.isBlank() || data.isBlank()) {
            throw new IllegalArgumentException("A button needs a label and data");
        }
        if (data.getBytes(StandardCharsets.UTF_8).length > MAX_DATA_BYTES) {
            throw new IllegalArgumentException("Button data over " + MAX_DATA_BYTES + " bytes: " + data);
        }
    }
}
