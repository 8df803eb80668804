package id.saring.safety;

import id.saring.RunningApp;
import id.saring.Saring;
import id.saring.StaffClient;
import id.saring.account.Accounts;
import id.saring.account.Key;
import id.saring.account.OwnAccount;
import id.saring.account.Role;
import id.saring.audit.Actor;
import id.saring.telegram.TelegramServer;
import id.saring.whatsapp.WhatsAppServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The whole application with every channel open, each platform a stand-in on loopback, and nobody asked to slow down.
 */
final class WholeApp implements AutoCloseable {
    static final String TELEGRAM_SECRET = "TEST-webhook-secret-of-telegram";
    static final String MODERATOR = "moderator-satu";
    static final String MODERATOR_PASSWORD = "becak-kuning-larut";

    private static final String UNLIMITED = "100000 per 1s burst 100000";

    final TelegramServer telegram = TelegramServer.start();
    final WhatsAppServer whatsapp = WhatsAppServer.start();
    final RunningApp app;

    WholeApp(Path dataDir, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(StaffClient.SETTINGS);
        settings.putAll(whatsapp.settings());
        settings.put("saring.sample-claims", "true");
        settings.put("saring.telegram.bot-token", TelegramServer.TOKEN);
        settings.put("saring.telegram.api-url", telegram.url().toString());
        settings.put("saring.telegram.mode", "webhook");
        settings.put("saring.telegram.webhook.secret", TELEGRAM_SECRET);
        settings.put("saring.telegram.webhook.base-url", "https://saring.example");
        settings.put("saring.http.rates.program", UNLIMITED);
        settings.put("saring.http.rates.browser", UNLIMITED);
        settings.put("saring.conversation.rates.person", UNLIMITED);
        settings.put("saring.webchat.poll-timeout", "300ms");
        settings.putAll(more);
        app = RunningApp.start(0, dataDir, settings, Saring.class);
        telegram.deliverTo(app.uri("/webhooks/telegram"));
        whatsapp.deliverTo(app.uri("/webhooks/whatsapp"));
    }

    StaffClient admin() throws Exception {
        return StaffClient.admin(app);
    }

    /** Signed in as a moderator, who is invited the first time. */
    StaffClient moderator() throws Exception {
        StaffClient client = new StaffClient(app);
        Accounts accounts = app.bean(Accounts.class);
        if (accounts.named(MODERATOR).isEmpty()) {
            Key key = accounts.invite(Actor.TERMINAL, MODERATOR, Role.MODERATOR);
            app.bean(OwnAccount.class).accept(key, MODERATOR_PASSWORD, "here");
        }
        if (client.signIn(MODERATOR, MODERATOR_PASSWORD).statusCode() != 302) {
            throw new IllegalStateException("The moderator cannot sign in");
        }
        return client;
    }

    @Override
    public void close() {
        app.close();
        telegram.close();
        whatsapp.close();
    }
}
