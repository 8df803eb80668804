package id.saring;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.webhook.Webhook;
import id.saring.webhook.Webhooks;
import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.Map;
import java.util.function.ToIntBiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/**
 * Says which newsrooms' systems are told of verdicts, and shows how that goes. The server takes it up within seconds.
 */
@Command(
        name = "webhook",
        description = "Adds, lists and removes the systems that are told of verdicts, and shows the log of deliveries.",
        mixinStandardHelpOptions = true)
final class WebhookCommand implements Callable<Integer> {
    private static final int LOGGED = 50;

    private final PrintWriter out;

    WebhookCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        return list();
    }

    @Command(name = "add", description = "Adds a system and prints the secret that signs what it is sent, this once.")
    int add(@Parameters(paramLabel = "URL", description = "Its public https address.") URI url) {
        return Commands.withAccounts(store -> {
            Acts acts = store.getBean(Acts.class);
            if (store.getEnvironment().getProperty("saring.base-url", "").isBlank()) {
                out.println("SARING_BASE_URL is not set: links to claims in what is sent lack the address of this site.");
            }
            Webhook.Added added = store.getBean(Webhooks.class).add(url, hook -> acts.record(
                    Actor.TERMINAL, "webhook.add", "webhook:" + hook.id(), Map.of(),
                    Map.of("host", hook.url().getHost())));
            out.printf("Webhook %d added. Its secret, shown only now:%n%s%n", added.webhook().id(), added.secret());
            return ExitCode.OK;
        });
    }

    @Command(name = "list", description = "Lists the systems.")
    int list() {
        return with((webhooks, acts) -> {
            webhooks.all().forEach(hook -> out.printf("%d  %s  since %s%n", hook.id(), hook.url(), hook.createdAt()));
            return ExitCode.OK;
        });
    }

    @Command(name = "remove", description = "Ends telling a system.")
    int remove(@Parameters(paramLabel = "ID") long id) {
        return with((webhooks, acts) -> {
            boolean removed = webhooks.remove(id, hook -> acts.record(
                    Actor.TERMINAL, "webhook.remove", "webhook:" + id, Map.of("host", hook.url().getHost()), Map.of()));
            out.println(removed ? "Webhook " + id + " removed." : "There is no webhook " + id + ".");
            return removed ? ExitCode.OK : ExitCode.SOFTWARE;
        });
    }

    @Command(name = "log", description = "Shows the last deliveries to a system.")
    int log(@Parameters(paramLabel = "ID") long id) {
        return with((webhooks, acts) -> {
            webhooks.deliveries(id, LOGGED).forEach(delivery -> out.printf(
                    "%s  %s  attempt %d  %s  %d ms%n",
                    delivery.at(),
                    delivery.messageId(),
                    delivery.attempt(),
                    delivery.arrived() ? "arrived, HTTP status " + delivery.status() : delivery.failure(),
                    delivery.took().toMillis()));
            return ExitCode.OK;
        });
    }

    private static int with(ToIntBiFunction<Webhooks, Acts> work) {
        return Commands.withAccounts(store ->
                work.applyAsInt(store.getBean(Webhooks.class), store.getBean(Acts.class)));
    }
}
