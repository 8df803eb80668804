package id.saring.conversation;

import com.github.benmanes.caffeine.cache.Ticker;
import id.saring.audit.Acts;
import id.saring.audit.Lookups;
import id.saring.chat.Addresses;
import id.saring.chat.Blocks;
import id.saring.chat.ChatMemory;
import id.saring.chat.Election;
import id.saring.chat.IncomingHandler;
import id.saring.chat.Outbox;
import id.saring.chat.Reach;
import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.core.Sealer;
import id.saring.db.Database;
import id.saring.match.ClaimMatcher;
import id.saring.reply.LanguageChoice;
import id.saring.reply.Replies;
import id.saring.submission.CaseRounds;
import id.saring.submission.Cases;
import id.saring.submission.Contacts;
import id.saring.submission.Notices;
import id.saring.submission.Owed;
import id.saring.submission.Questions;
import id.saring.submission.Tellings;
import id.saring.text.LanguageGuess;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what the bot does with a message. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ConversationSettings.class, AskingRates.class, RetentionSettings.class})
public class ConversationConfiguration {
    @Bean
    People people(Database database, Clock clock) {
        return new People(database, clock);
    }

    @Bean
    Memory memory(Memory.Stores stores, Addresses addresses, RetentionSettings retention, Clock clock) {
        return new Memory(stores, addresses, retention.messageTexts().isPositive(), clock);
    }

    @Bean
    Memory.Stores memoryStores(Questions questions, Tellings tellings, Contacts contacts) {
        return new Memory.Stores(questions, tellings, contacts);
    }

    @Bean
    LookupRecords lookupRecords(Lookups lookups, Memory memory, Clock clock) {
        return new LookupRecords(lookups, memory, clock);
    }

    @Bean
    SubmissionTalk submissionTalk(
            ClaimTalk talk, Questions questions, Cases cases, Contacts contacts, Notices notices, Clock clock) {
        return new SubmissionTalk(talk, questions, cases, contacts, notices, clock);
    }

    @Bean
    Eraser.Stores personalStores(
            Lookups lookups, Questions questions, Cases cases, Contacts contacts, Tellings tellings, People people) {
        return new Eraser.Stores(lookups, questions, cases, contacts, tellings, people);
    }

    @Bean
    ErasedWords erasedWords(
            Database database, Sealer sealer, Claims claims, Cases cases, Questions questions, Acts acts) {
        return new ErasedWords(database, sealer, claims, cases, questions, acts);
    }

    @Bean
    Eraser eraser(
            Database database, Eraser.Stores stores, ErasedWords words, ChatMemory chats, Addresses addresses,
            Clock clock) {
        return new Eraser(database, stores, words, chats, addresses, clock);
    }

    @Bean
    Relocation relocation(Eraser.Stores stores, ChatMemory chats, Addresses addresses) {
        return new Relocation(stores, chats, addresses);
    }

    @Bean
    MessageHandler.Talks talks(
            ClaimTalk claims, SubmissionTalk submissions, Eraser eraser, Relocation relocation) {
        return new MessageHandler.Talks(claims, submissions, eraser, relocation);
    }

    @Bean
    Retention retention(Database database, Eraser.Stores stores, RetentionSettings settings, Clock clock) {
        return new Retention(database, stores, settings, clock);
    }

    @Bean
    Chores chores(Retention retention, Eraser eraser) {
        return new Chores(retention, eraser);
    }

    @Bean
    Corrections corrections(Tellings tellings, Owed owed, Notices notices, Cases cases, Clock clock) {
        return new Corrections(tellings, owed, notices, cases, clock);
    }

    @Bean
    Notifier.Stores notifierStores(
            Owed owed, Notices notices, Contacts contacts, Tellings tellings, People people) {
        return new Notifier.Stores(owed, notices, contacts, tellings, people);
    }

    @Bean
    Notifier.Post notifierPost(Outbox outbox, Reach reach) {
        return new Notifier.Post(outbox, reach);
    }

    @Bean
    Notifier notifier(
            Database database,
            Notifier.Stores stores,
            Claims claims,
            Replies replies,
            Notifier.Post post,
            Clock clock) {
        return new Notifier(database, stores, claims, replies, post, clock);
    }

    @Bean
    DismissalNotifier dismissalNotifier(
            Database database,
            Cases cases,
            Notifier.Stores stores,
            Replies replies,
            Notifier.Post post,
            ZoneId zone) {
        return new DismissalNotifier(
                database,
                new DismissalNotifier.Stores(cases.dismissals(), stores.contacts(), stores.people()),
                replies,
                post,
                zone);
    }

    /** In one replica at a time; what is owed stands in the store, so that another can go on with it. */
    @Bean
    SmartLifecycle telling(
            Notifier notifier, DismissalNotifier dismissals, CaseRounds rounds, Claims claims, Election election) {
        // Whom to tell first, then whom else.
        Caretaker caretaker = new Caretaker(
                () -> {
                    notifier.lookAgain();
                    dismissals.lookAgain();
                },
                () -> notifier.step() || dismissals.step() || rounds.step());
        claims.onChange(change -> caretaker.wake());
        return election.elect("notices", caretaker);
    }

    @Bean
    ClaimTalk claimTalk(ClaimMatcher matcher, Claims claims, Lookups lookups, LookupRecords records) {
        return new ClaimTalk(matcher::answer, claims, lookups, records);
    }

    @Bean
    SpokenLanguages spokenLanguages(People people, @Value("${saring.default-language}") Language lastResort) {
        return new SpokenLanguages(people, new LanguageChoice(ConversationConfiguration::languageOf, lastResort));
    }

    /** Nobody else is to mistake it for the handler of what comes in. */
    @Bean(defaultCandidate = false)
    MessageHandler messageHandler(
            MessageHandler.Talks talks,
            Replies replies,
            SpokenLanguages languages,
            LookupRecords records,
            ConversationSettings settings,
            Clock clock) {
        return new MessageHandler(talks, replies, languages, records, settings, clock);
    }

    @Bean
    Reception.Voice voice(
            Replies replies,
            SpokenLanguages languages,
            LookupRecords records,
            ConversationSettings settings,
            ZoneId zone,
            Clock clock) {
        return new Reception.Voice(replies, languages, records, settings, zone, clock);
    }

    @Bean
    IncomingHandler reception(
            @Qualifier("messageHandler") MessageHandler answering,
            Reception.Voice voice,
            AskingRates rates,
            ObjectProvider<Ticker> ticker,
            Blocks blocks,
            Addresses addresses) {
        Reception reception = new Reception(answering, voice, rates, ticker.getIfAvailable(Ticker::systemTicker));
        return new Doorkeeper(reception, voice, blocks, addresses);
    }

    static Optional<Language> languageOf(String text) {
        return LanguageGuess.of(text).flatMap(guess -> Language.of(guess.code()));
    }
}
