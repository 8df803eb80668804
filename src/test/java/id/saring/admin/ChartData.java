package id.saring.admin;

import id.saring.RunningApp;
import id.saring.audit.Feedback;
import id.saring.audit.Lookup;
import id.saring.audit.Lookups;
import id.saring.claim.Claim;
import id.saring.claim.ClaimContent;
import id.saring.claim.ClaimState;
import id.saring.claim.Claims;
import id.saring.claim.Signature;
import id.saring.core.Channel;
import id.saring.core.ClaimId;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.core.Verdict;
import id.saring.db.Database;
import id.saring.tally.Tallying;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Three weeks of made-up lookups, the same every time but for the day they end on, counted. */
final class ChartData {
    private static final List<String> OUTCOMES =
            List.of("match", "match", "match", "match", "candidates", "keyword", "not_found", "chosen", "unreadable");

    private ChartData() {}

    static void fill(RunningApp app) {
        Claims claims = app.bean(Claims.class);
        Lookups lookups = app.bean(Lookups.class);
        Random random = new Random(7);
        ClaimId old = claim(claims, "Minum air lemon hangat membunuh sel kanker");
        ClaimId risen = claim(claims, "Besok semua sekolah libur karena gelombang panas");
        Instant now = Instant.now();
        app.bean(Database.class).transact(() -> {
            for (int hour = 1; hour < 21 * 24; hour++) {
                int busy = 2 + (int) (6 * (1 + Math.sin(hour / 24.0 * 2 * Math.PI)));
                for (int i = 0; i < busy; i++) {
                    Instant at = now.minus(Duration.ofHours(hour)).plusSeconds(random.nextInt(1800));
                    String outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
                    add(lookups, random, at, outcome, outcome.equals("match") ? old : null);
                }
            }
            for (int i = 0; i < 40; i++) {
                add(lookups, random, now.minus(Duration.ofHours(2)), "match", risen);
            }
            for (int i = 0; i < 60; i++) {
                Instant at = now.minus(Duration.ofHours(1 + random.nextInt(400)));
                lookups.note(new Feedback(old, i, asker(random), random.nextInt(4) > 0, at));
            }
        });
        // Counted from the oldest again.
        app.bean(Database.class).write().sql("DELETE FROM tally_mark").update();
        app.bean(Tallying.class).run();
    }

    private static void add(Lookups lookups, Random random, Instant at, String outcome, ClaimId claim) {
        lookups.add(new Lookup(
                at,
                new Lookup.Asked(Channel.values()[random.nextInt(3)], asker(random), "NONE", "web:00ff"),
                random.nextInt(5) == 0 ? Language.EN : Language.ID,
                outcome,
                claim == null ? null : new Lookup.Answer(claim, 1, 0.9),
                List.of(),
                outcome.equals("chosen") ? Duration.ZERO : Duration.ofNanos(1_000_000 + random.nextLong(9_000_000)),
                false));
    }

    private static Pseudonym asker(Random random) {
        return new Pseudonym("%032x".formatted(random.nextInt(1000)));
    }

    private static ClaimId claim(Claims claims, String text) {
        ClaimContent content = new ClaimContent(
                Language.ID, text, null, Verdict.FALSE, null, null, "Tidak benar.", List.of(), List.of(),
                List.of(), null,
                null, null);
        Claim made = claims.create(null, content, ClaimState.PUBLISHED, Signature.of("ani", null));
        return made.id();
    }
}
