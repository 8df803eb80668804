package id.saring.admin;

import id.saring.audit.Acts;
import id.saring.audit.LookupSearch;
import id.saring.audit.Lookups;
import id.saring.chat.ChatSettings;
import id.saring.chat.Journeys;
import id.saring.claim.Claims;
import id.saring.claim.Revisions;
import id.saring.conversation.RetentionSettings;
import id.saring.exchange.ClaimExport;
import id.saring.feed.Feeds;
import id.saring.match.ClaimMatcher;
import id.saring.moderation.MenuEntry;
import id.saring.submission.Cases;
import id.saring.submission.Questions;
import id.saring.tally.Tallies;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the pages on the log of lookups and of acts, and the export of everything. */
@Configuration(proxyBeanMethods = false)
class LogPagesConfiguration {
    @Bean
    MenuEntry logEntry() {
        return new MenuEntry("admin", "/admin", "/admin/lookups", 60, true);
    }

    @Bean
    MenuEntry actsEntry() {
        return new MenuEntry("acts", "/admin/acts", 70, true);
    }

    @Bean
    LookupLog.Memory lookupMemory(RetentionSettings retention, ChatSettings chat) {
        return LookupLog.Memory.of(retention, chat);
    }

    @Bean
    LookupLog lookupLog(
            LookupSearch search, Journeys journeys, Questions questions, LookupLog.Memory memory, Clock clock) {
        return new LookupLog(search, journeys, questions, memory, clock);
    }

    @Bean
    LogPages logPages(LookupLog log, Acts acts, ZoneId zone, Clock clock) {
        return new LogPages(log, new LogFile(log), acts, zone, clock);
    }

    @Bean
    LookupPage lookupPage(LookupLog log, Journeys journeys, Lookups lookups, Claims claims, ClaimMatcher matcher) {
        return new LookupPage(log, journeys, lookups, claims, matcher);
    }

    @Bean
    WholeExport wholeExport(
            ClaimExport claims, Revisions revisions, Cases cases, Tallies tallies, Lookups lookups, Feeds feeds) {
        return new WholeExport(claims, revisions, cases, tallies, lookups, feeds);
    }

    @Bean
    ExportPages exportPages(WholeExport export, Acts acts, ZoneId zone, Clock clock) {
        return new ExportPages(export, acts, zone, clock);
    }

    @Bean
    ActPages actPages(Acts acts, ZoneId zone) {
        return new ActPages(acts, zone);
    }
}
