package id.saring.telegram;

import id.saring.chat.Button;
import java.util.ArrayList;
import java.util.List;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Buttons below a message: one a row, so that long labels can be read, or two short ones side by side. */
final class TelegramKeyboard {
    /** What half of a narrow phone's row shows without cutting. */
    private static final int SHORT = 16;

    private TelegramKeyboard() {}

    static InlineKeyboardMarkup of(List<Button> buttons) {
        List<InlineKeyboardRow> rows = new ArrayList<>();
        boolean roomBeside = false;
        for (Button button : buttons) {
            InlineKeyboardButton key = new InlineKeyboardButton(button.label());
            key.setCallbackData(button.data());
            boolean fits = button.label().length() <= SHORT;
            if (roomBeside && fits) {
                rows.get(rows.size() - 1).add(key);
                roomBeside = false;
            } else {
                rows.add(new InlineKeyboardRow(key));
                roomBeside = fits;
            }
        }
        return new InlineKeyboardMarkup(rows);
    }
}
