package id.saring.admin;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Export of everything, for admins, who find it on the page that exports claims. */
@Controller
final class ExportPages {
    private final WholeExport export;
    private final Acts acts;
    private final ZoneId zone;
    private final Clock clock;

    ExportPages(WholeExport export, Acts acts, ZoneId zone, Clock clock) {
        this.export = export;
        this.acts = acts;
        this.zone = zone;
        this.clock = clock;
    }

    @GetMapping("/admin/export.zip")
    void everything(Actor actor, HttpServletResponse response) throws IOException {
        acts.record(actor, "everything.export", "everything");
        response.setContentType("application/zip");
        String day = LocalDate.ofInstant(clock.instant(), zone).toString();
        response.setHeader("Content-Disposition", "attachment; filename=\"saring-" + day + ".zip\"");
        export.write(response.getOutputStream());
    }
}
