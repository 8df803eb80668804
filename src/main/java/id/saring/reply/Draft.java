package id.saring.reply;

import id.saring.chat.Button;
import id.saring.core.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reply before it is fitted to a channel: which text, with which values, and what goes with it. */
record Draft(
        ReplyFile file, Values values, List<Button> buttons, @Nullable Verdict verdict, @Nullable String previewUrl) {
    Draft {
        buttons = List.copyOf(buttons);
    }

    static Draft of(ReplyFile file, Button... buttons) {
        return of(file, new Values(), List.of(buttons));
    }

    static Draft of(ReplyFile file, Values values, List<Button> buttons) {
        return new Draft(file, values, buttons, null, null);
    }
}
