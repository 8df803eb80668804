package id.saring.admin;

import id.saring.chat.DeadMail;
import id.saring.conversation.RetentionSettings;
import id.saring.queue.DeadLetter;
import id.saring.queue.DeadLetters;
import id.saring.queue.WorkQueue;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The dead letters of every queue, and what may be shown of them. */
final class DeadQueues {
    private final DeadMail mail;
    private final List<DeadLetters> all;
    private final RetentionSettings retention;
    private final Clock clock;

    /** @param others queues that hold no messages */
    DeadQueues(DeadMail mail, List<WorkQueue> others, RetentionSettings retention, Clock clock) {
        this.mail = mail;
        this.all = Stream.concat(mail.queues().stream(), others.stream().map(WorkQueue::deadLetters)).toList();
        this.retention = retention;
        this.clock = clock;
    }

    List<DeadLetters> all() {
        return all;
    }

    Optional<DeadLetters> find(String name) {
        return all.stream().filter(queue -> queue.queue().equals(name)).findFirst();
    }

    long count() {
        return all.stream().mapToLong(DeadLetters::count).sum();
    }

    /** What is in a letter, if it is a message. */
    Optional<DeadMail.Opened> open(DeadLetters queue, DeadLetter letter) {
        boolean message = mail.queues().stream().anyMatch(own -> own.queue().equals(queue.queue()));
        return message ? mail.open(queue, letter.id()) : Optional.empty();
    }

    /** Whether words of messages as old as this are kept at all, and may be shown therefore. */
    boolean mayShowText(DeadLetter letter) {
        return letter.addedAt().plus(retention.messageTexts()).isAfter(clock.instant());
    }
}
