package id.saring.telegram;

import id.saring.core.Language;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * What a polite bot does besides answering: it stops a pressed button's spinning and shows its commands. Nobody waits
 * for it, and nothing depends on its success.
 */
final class TelegramCourtesies {
    private static final Logger log = LoggerFactory.getLogger(TelegramCourtesies.class);

    private final TelegramClient client;

    TelegramCourtesies(TelegramClient client) {
        this.client = client;
    }

    /** Tells Telegram that the press has arrived. */
    void answerPress(String callbackId) {
        call(new AnswerCallbackQuery(callbackId), done -> {});
    }

    /** Publishes the commands in every language, and passes on the name people call the bot by in groups. */
    void introduce(Consumer<String> botName) {
        call(new GetMe(), (User me) -> {
            if (me.getUserName() != null) {
                botName.accept(me.getUserName());
            }
        });
        try {
            publishCommands(Language.ID, null);
            for (Language language : Language.values()) {
                publishCommands(language, language.code());
            }
        } catch (MissingResourceException e) {
            log.error("The command menu is not published: {}", e.getMessage());
        }
    }

    private void publishCommands(Language language, @Nullable String forAppsIn) {
        SetMyCommands menu = new SetMyCommands(commands(language.locale()));
        menu.setLanguageCode(forAppsIn);
        call(menu, done -> {});
    }

    private static List<BotCommand> commands(Locale locale) {
        ResourceBundle words = ResourceBundle.getBundle(
                "messages/telegram",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        List<BotCommand> commands = new ArrayList<>();
        for (String name : words.getString("commands").split("[, ]+")) {
            commands.add(new BotCommand(name, words.getString("command." + name)));
        }
        return commands;
    }

    private <T extends Serializable> void call(BotApiMethod<T> method, Consumer<T> success) {
        try {
            client.executeAsync(method).whenComplete((answer, failure) -> {
                if (failure == null) {
                    success.accept(answer);
                } else {
                    skipped(method, failure);
                }
            });
        } catch (TelegramApiException | RuntimeException e) {
            skipped(method, e);
        }
    }

    private static void skipped(BotApiMethod<?> method, Throwable failure) {
        log.debug("{} had no success: {}", method.getMethod(), failure.getClass().getSimpleName());
    }
}
