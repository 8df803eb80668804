package id.saring.admin;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.chat.Maintenance;
import id.saring.db.Database;
import id.saring.moderation.Frame;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Begins and ends maintenance. */
@Controller
final class MaintenancePages {
    private final Maintenance maintenance;
    private final Database database;
    private final Acts acts;
    private final ZoneId zone;
    private final Clock clock;

    MaintenancePages(Maintenance maintenance, Database database, Acts acts, ZoneId zone, Clock clock) {
        this.maintenance = maintenance;
        this.database = database;
        this.acts = acts;
        this.zone = zone;
        this.clock = clock;
    }

    @PostMapping("/admin/maintenance")
    String begin(
            @RequestParam Maintenance.Mode mode,
            @RequestParam(defaultValue = "") String indonesian,
            @RequestParam(defaultValue = "") String english,
            @RequestParam(defaultValue = "") String ends,
            Actor actor) {
        Optional<Instant> end;
        try {
            end = ends.isBlank() ? Optional.empty() : Optional.of(time(ends));
        } catch (DateTimeException e) {
            return Frame.redirect(HandlePages.PATH, "maintenance_end");
        }
        if (end.filter(time -> !time.isAfter(clock.instant())).isPresent()) {
            return Frame.redirect(HandlePages.PATH, "maintenance_end");
        }
        if (indonesian.strip().length() > Maintenance.LONGEST || english.strip().length() > Maintenance.LONGEST) {
            return Frame.redirect(HandlePages.PATH, "maintenance_long");
        }
        Maintenance.Notice notice = new Maintenance.Notice(
                mode, indonesian.strip(), english.strip(), clock.instant(), end.orElse(null));
        Map<String, ?> before = maintenance.now().map(Maintenance.Notice::facts).orElse(Map.of());
        database.transact(() -> {
            maintenance.begin(notice);
            acts.record(actor, "maintenance.begin", "maintenance", before, notice.facts());
        });
        return Frame.redirect(HandlePages.PATH, "maintenance_on");
    }

    @PostMapping("/admin/maintenance/end")
    String end(Actor actor) {
        Map<String, ?> before = maintenance.now().map(Maintenance.Notice::facts).orElse(Map.of());
        database.transact(() -> {
            if (maintenance.end()) {
                acts.record(actor, "maintenance.end", "maintenance", before, Map.of());
            }
        });
        return Frame.redirect(HandlePages.PATH, "maintenance_off");
    }

    private Instant time(String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }
}
