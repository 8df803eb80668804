package id.saring.conversation;

import id.saring.audit.Acts;
import id.saring.audit.Lookups;
import id.saring.chat.Addresses;
import id.saring.chat.Gateway;
import id.saring.chat.TestOffice;
import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.core.Pseudonyms;
import id.saring.core.Sealer;
import id.saring.core.Secret;
import id.saring.db.Database;
import id.saring.match.ClaimMatcher;
import id.saring.match.MatchOutcome;
import id.saring.match.Query;
import id.saring.reply.LanguageChoice;
import id.saring.reply.Replies;
import id.saring.submission.Cases;
import id.saring.submission.Contacts;
import id.saring.submission.Notices;
import id.saring.submission.Owed;
import id.saring.submission.Questions;
import id.saring.submission.Tellings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** The package put together by hand over a real store and the real texts, with a matcher of the test's choice. */
final class ConversationParts implements AutoCloseable {
    static final RetentionSettings RETENTION = new RetentionSettings(
            Duration.ofDays(30), Duration.ofDays(365), Duration.ofDays(180), Duration.ofDays(365));

    final Secret secret = new Secret("a secret for tests only");
    final Pseudonyms pseudonyms = new Pseudonyms(secret);
    final Sealer sealer = new Sealer(secret);
    final Addresses addresses = new Addresses(sealer, pseudonyms);
    final Database database;
    final Clock clock;
    final Claims claims;
    final Lookups lookups;
    final People people;
    final Questions questions;
    final Cases cases;
    final Contacts contacts;
    final Tellings tellings;
    final Owed owed;
    final Notices notices;
    final TestOffice office;
    final Acts acts;
    final Eraser eraser;
    private final Replies replies;
    private final Function<Query, MatchOutcome> matcher;

    ConversationParts(Database database, Clock clock, Function<Query, MatchOutcome> matcher) {
        this(database, clock, matcher, List.of());
    }

    ConversationParts(Database database, Clock clock, Function<Query, MatchOutcome> matcher, List<Gateway> gateways) {
        this.database = database;
        this.clock = clock;
        this.claims = new Claims(database, clock);
        this.matcher = matcher;
        this.lookups = new Lookups(database);
        this.people = new People(database, clock);
        this.questions = new Questions(database, sealer);
        this.cases = new Cases(database, clock);
        this.contacts = new Contacts(database, addresses);
        this.tellings = new Tellings(database);
        this.owed = new Owed(database);
        this.notices = new Notices(database);
        this.replies = Replies.load(Path.of("responses"), clock);
        this.office = new TestOffice(database, clock, pseudonyms, sealer, gateways);
        this.acts = new Acts(database, secret, clock);
        this.eraser = new Eraser(
                database,
                new Eraser.Stores(lookups, questions, cases, contacts, tellings, people),
                new ErasedWords(database, sealer, claims, cases, questions, acts),
                office.memory(),
                addresses,
                clock);
    }

    LookupRecords records() {
        Memory memory =
                new Memory(new Memory.Stores(questions, tellings, contacts), addresses, true, clock);
        return new LookupRecords(lookups, memory, clock);
    }

    MessageHandler handler() {
        LookupRecords records = records();
        ClaimTalk talk = new ClaimTalk(matcher.andThen(found -> new ClaimMatcher.Answer(found, false)), claims,
                lookups, records);
        return new MessageHandler(
                new MessageHandler.Talks(
                        talk, new SubmissionTalk(talk, questions, cases, contacts, notices, clock), eraser,
                        new Relocation(new Eraser.Stores(lookups, questions, cases, contacts, tellings, people),
                                office.memory(), addresses)),
                replies,
                new SpokenLanguages(people, new LanguageChoice(ConversationConfiguration::languageOf, Language.ID)),
                records,
                new ConversationSettings(Duration.ofHours(24), 10_000),
                clock);
    }

    Notifier notifier() {
        return new Notifier(
                database, new Notifier.Stores(owed, notices, contacts, tellings, people), claims, replies,
                new Notifier.Post(office.outbox(), office.reach()), clock);
    }

    DismissalNotifier dismissalNotifier() {
        return new DismissalNotifier(
                database, new DismissalNotifier.Stores(cases.dismissals(), contacts, people), replies,
                new Notifier.Post(office.outbox(), office.reach()), ZoneOffset.UTC);
    }

    Retention retention() {
        return new Retention(
                database,
                new Eraser.Stores(lookups, questions, cases, contacts, tellings, people),
                RETENTION,
                clock);
    }

    @Override
    public void close() {
        office.close();
    }
}
