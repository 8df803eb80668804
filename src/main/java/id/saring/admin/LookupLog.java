package id.saring.admin;

import id.saring.audit.LookupEntry;
import id.saring.audit.LookupFilter;
import id.saring.audit.LookupFindings;
import id.saring.audit.LookupPlace;
import id.saring.audit.LookupSearch;
import id.saring.chat.ChatSettings;
import id.saring.chat.DeliveryState;
import id.saring.chat.Journey;
import id.saring.chat.Journeys;
import id.saring.conversation.RetentionSettings;
import id.saring.core.QuestionKey;
import id.saring.submission.Questions;
import id.saring.text.Folding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The log of lookups with what other parts know of them: what became of the answers, and the words while they are kept.
 */
final class LookupLog {
    /** How long each thing is remembered that only its part remembers. */
    record Memory(Duration texts, Duration deliveries) {
        static Memory of(RetentionSettings retention, ChatSettings chat) {
            return new Memory(retention.messageTexts(), chat.keep());
        }
    }

    /** A lookup, what became of its answer, and its words if they are still kept. */
    record Line(LookupEntry entry, Journey.Sending sending, @Nullable String text) {}

    /** @param next where to go on; null at the log's start */
    record Lines(List<Line> lines, @Nullable LookupPlace next) {}

    private final LookupSearch search;
    private final Journeys journeys;
    private final Questions questions;
    private final Memory memory;
    private final Clock clock;

    LookupLog(LookupSearch search, Journeys journeys, Questions questions, Memory memory, Clock clock) {
        this.search = search;
        this.journeys = journeys;
        this.questions = questions;
        this.memory = memory;
        this.clock = clock;
    }

    /** How long the words of messages are kept; zero if they are not. */
    Duration keepsTexts() {
        return memory.texts();
    }

    Optional<Line> find(long id) {
        return search.find(id).map(entry -> lines(List.of(entry), true).getFirst());
    }

    /** @param budget about how long to search; see {@link LookupSearch} */
    Lines search(LogQuestion question, LookupPlace before, int limit, Duration budget) {
        LookupFindings found = found(question, before, limit, budget);
        return new Lines(lines(found.entries(), true), found.next());
    }

    /** The same without the words, which are not to outlive their time in files. */
    Lines withoutTexts(LogQuestion question, LookupPlace before, int limit) {
        LookupFindings found = found(question, before, limit, Duration.ofMinutes(10));
        return new Lines(lines(found.entries(), false), found.next());
    }

    private LookupFindings found(LogQuestion question, LookupPlace before, int limit, Duration budget) {
        String wanted = folded(question.text());
        List<String> words = wanted.isEmpty() ? List.of() : List.of(wanted.split("\\s+"));
        DeliveryState delivery = question.delivery();
        LookupFilter filter = question.filter();
        if (!words.isEmpty()) {
            filter = since(filter, memory.texts());
        }
        if (delivery != null && delivery != DeliveryState.NONE) {
            filter = since(filter, memory.deliveries());
        }
        UnaryOperator<List<LookupEntry>> sieve = entries -> {
            List<LookupEntry> left = delivery == null ? entries : delivered(entries, delivery);
            return words.isEmpty() ? left : saying(left, words);
        };
        return search.search(filter, before, limit, sieve, budget);
    }

    /** Nothing older can be found by what is not remembered for longer. */
    private LookupFilter since(LookupFilter filter, Duration remembered) {
        // Deliveries and words are removed some time after they may be.
        Instant oldest = clock.instant().minus(remembered).minus(Duration.ofDays(1));
        Instant from = filter.when().from();
        Instant later = from == null || from.isBefore(oldest) ? oldest : from;
        LookupFilter.When when = new LookupFilter.When(later, filter.when().until());
        return new LookupFilter(when, filter.who(), filter.what(), filter.effort(), filter.trace());
    }

    private List<LookupEntry> delivered(List<LookupEntry> entries, DeliveryState wanted) {
        Map<String, Journey.Sending> sendings = sendings(entries);
        return entries.stream().filter(entry -> sending(sendings, entry).state() == wanted).toList();
    }

    private List<LookupEntry> saying(List<LookupEntry> entries, List<String> words) {
        Map<QuestionKey, String> texts = texts(entries);
        return entries.stream()
                .filter(entry -> {
                    String text = text(texts, entry);
                    String folded = text == null ? "" : folded(text);
                    return words.stream().allMatch(folded::contains);
                })
                .toList();
    }

    private List<Line> lines(List<LookupEntry> entries, boolean withTexts) {
        Map<String, Journey.Sending> sendings = sendings(entries);
        Map<QuestionKey, String> texts = withTexts ? texts(entries) : Map.of();
        return entries.stream()
                .map(entry -> new Line(entry, sending(sendings, entry), text(texts, entry)))
                .toList();
    }

    private Map<String, Journey.Sending> sendings(List<LookupEntry> entries) {
        return journeys.sendings(entries.stream().map(LookupLog::key).toList());
    }

    private static Journey.Sending sending(Map<String, Journey.Sending> sendings, LookupEntry entry) {
        return sendings.getOrDefault(key(entry), new Journey.Sending(DeliveryState.NONE, null, null));
    }

    private Map<QuestionKey, String> texts(List<LookupEntry> entries) {
        // What was kept under another setting is not shown until it has been erased, either.
        return keepsTexts().isPositive()
                ? questions.texts(entries.stream().flatMap(entry -> entry.question().stream()).toList())
                : Map.of();
    }

    private static @Nullable String text(Map<QuestionKey, String> texts, LookupEntry entry) {
        return entry.question().map(texts::get).orElse(null);
    }

    private static String key(LookupEntry entry) {
        return entry.lookup().asked().messageKey();
    }

    private static String folded(String text) {
        return Folding.fold(text).toLowerCase(Locale.ROOT).strip();
    }
}
