package id.saring.webhook;

import id.saring.audit.Acts;
import id.saring.bulletin.Bulletins;
import id.saring.claim.Claims;
import id.saring.db.Database;
import id.saring.http.GuardedSockets;
import id.saring.http.Imprint;
import id.saring.queue.GroupCommit;
import id.saring.queue.WorkQueue;
import id.saring.queue.Worker;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Wires the webhooks to the record of what became public. */
@Configuration(proxyBeanMethods = false)
public class WebhookConfiguration {
    private static final String QUEUE = "webhooks";
    private static final Duration DRAIN = Duration.ofSeconds(5);

    @Bean
    WorkQueue webhookQueue(Database database, GroupCommit commits, Clock clock, MeterRegistry meters) {
        return new WorkQueue(database, commits, clock, meters, QUEUE);
    }

    @Bean
    Sender.Contents webhookContents(Bulletins bulletins, Claims claims, Imprint imprint, JsonMapper json) {
        return new Sender.Contents(bulletins, claims, imprint, json);
    }

    @Bean
    WebhookWorkers webhookWorkers(
            Webhooks webhooks,
            @Qualifier("webhookQueue") WorkQueue queue,
            Sender.Contents contents,
            Bulletins bulletins,
            WebhookSettings settings,
            Acts acts,
            Clock clock) {
        HookAddresses addresses = new HookAddresses(settings.privateAddresses());
        OkHttpClient http = GuardedSockets.client(addresses::allow).callTimeout(settings.timeout()).build();
        Sender sender = new Sender(webhooks, queue, contents, http, acts, clock);
        WebhookWorkers workers = new WebhookWorkers(
                new Worker(queue, settings.worker(), sender, RandomGenerator.getDefault()),
                () -> webhooks.announce(bulletins, queue::add),
                () -> {
                    queue.cleanUp(settings.keepLog());
                    webhooks.forget(settings.keepLog());
                },
                DRAIN);
        bulletins.onAdded(workers::wake);
        return workers;
    }
}
