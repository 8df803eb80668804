package id.saring.conversation;

import com.github.benmanes.caffeine.cache.Ticker;
import id.saring.audit.Lookups;
import id.saring.chat.IncomingHandler;
import id.saring.claim.Claims;
import id.saring.core.Language;
import id.saring.core.Pseudonyms;
import id.saring.db.Database;
import id.saring.match.ClaimMatcher;
import id.saring.reply.LanguageChoice;
import id.saring.reply.Replies;
import id.saring.text.LanguageGuess;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what the bot does with a message. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ConversationSettings.class, AskingRates.class})
public class ConversationConfiguration {
    @Bean
    People people(Database database, Clock clock) {
        return new People(database, clock);
    }

    @Bean
    LookupRecords lookupRecords(Lookups lookups, Pseudonyms pseudonyms, Clock clock) {
        return new LookupRecords(lookups, pseudonyms, clock);
    }

    @Bean
    ClaimTalk claimTalk(ClaimMatcher matcher, Claims claims, Lookups lookups, LookupRecords records) {
        return new ClaimTalk(matcher::match, claims, lookups, records);
    }

    @Bean
    SpokenLanguages spokenLanguages(People people, @Value("${saring.default-language}") Language lastResort) {
        return new SpokenLanguages(people, new LanguageChoice(ConversationConfiguration::languageOf, lastResort));
    }

    /** Nobody else is to mistake it for the handler of what comes in. */
    @Bean(defaultCandidate = false)
    MessageHandler messageHandler(
            ClaimTalk talk,
            Replies replies,
            SpokenLanguages languages,
            LookupRecords records,
            ConversationSettings settings,
            Clock clock) {
        return new MessageHandler(talk, replies, languages, records, settings, clock);
    }

    @Bean
    Reception.Voice voice(
            Replies replies,
            SpokenLanguages languages,
            LookupRecords records,
            ConversationSettings settings,
            Clock clock) {
        return new Reception.Voice(replies, languages, records, settings, clock);
    }

    @Bean
    IncomingHandler reception(
            @Qualifier("messageHandler") MessageHandler answering,
            Reception.Voice voice,
            AskingRates rates,
            ObjectProvider<Ticker> ticker) {
        return new Reception(answering, voice, rates, ticker.getIfAvailable(Ticker::systemTicker));
    }

    static Optional<Language> languageOf(String text) {
        return LanguageGuess.of(text).flatMap(guess -> Language.of(guess.code()));
    }
}
