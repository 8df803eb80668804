package id.saring.moderation;

import id.saring.audit.Actor;
import id.saring.audit.Acts;
import id.saring.core.Language;
import id.saring.exchange.ClaimExport;
import id.saring.exchange.FileFormat;
import id.saring.feed.Feed;
import id.saring.feed.Feeds;
import id.saring.http.Problem;
import id.saring.http.RequestLanguage;
import id.saring.moderation.Upload.Phase;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Import of a file: sent, checked, looked at, taken in; and export of everything. */
@Controller
final class ImportPages {
    private static final int LATEST = 10;
    private static final int NAME = 200;
    private static final String ID = "/moderation/import/{id:[0-9]{1,18}}";

    private static final Map<String, FileFormat> EXPORTS =
            Map.of("jsonl", FileFormat.JSON_LINES, "csv", FileFormat.CSV, "json", FileFormat.CLAIM_REVIEW);

    private final Uploads uploads;
    private final UploadWork work;
    private final Feeds feeds;
    private final ClaimExport export;
    private final Acts acts;
    private final Supplier<LocalDate> today;

    /** @param today the day it is where the installation is */
    ImportPages(
            Uploads uploads, UploadWork work, Feeds feeds, ClaimExport export, Acts acts, Supplier<LocalDate> today) {
        this.uploads = uploads;
        this.work = work;
        this.feeds = feeds;
        this.export = export;
        this.acts = acts;
        this.today = today;
    }

    /** A feed with its times as they are shown. */
    record FeedRow(Feed feed, @Nullable Instant fetchedAt, Instant nextAt) {
        static FeedRow of(Feed feed) {
            return new FeedRow(
                    feed,
                    feed.fetchedAt(),
                    feed.nextAt());
        }
    }

    record UploadRow(Upload upload, Instant at) {}

    @GetMapping("/moderation/import")
    String start(Locale locale, Model model) {
        return start(model, RequestLanguage.of(locale));
    }

    private String start(Model model, Language language) {
        model.addAttribute("languages", Language.values());
        model.addAttribute("chosen", language);
        model.addAttribute("uploads", uploads.latest(LATEST).stream()
                .map(upload -> new UploadRow(upload, upload.createdAt()))
                .toList());
        model.addAttribute("feeds", feeds.all().stream().map(FeedRow::of).toList());
        model.addAttribute("formats", List.of("jsonl", "csv", "json"));
        return "moderation/import";
    }

    @PostMapping("/moderation/import")
    String send(
            @RequestParam("file") MultipartFile file,
            @RequestParam(defaultValue = "") String language,
            Actor actor,
            Locale locale,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Language chosen = Language.of(language).orElse(RequestLanguage.of(locale));
        if (file.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("missing", true);
            return start(model, chosen);
        }
        try (InputStream in = file.getInputStream()) {
            Upload upload = uploads.add(nameOf(file), actor.name(), chosen, in);
            work.check(upload);
            return "redirect:/moderation/import/" + upload.id();
        }
    }

    @GetMapping(ID)
    String show(@PathVariable long id, Model model) {
        Upload upload = find(id);
        model.addAttribute("upload", upload);
        model.addAttribute("at", upload.createdAt());
        model.addAttribute("stuck", upload.busy() && work.silent(upload));
        return "moderation/import-file";
    }

    @PostMapping(ID + "/start")
    String begin(@PathVariable long id, Actor actor) {
        Upload upload = find(id);
        if (uploads.take(id, Phase.CHECKED, Phase.IMPORTING, UploadWork.SILENCE)) {
            acts.record(actor, "claim.import", "upload:" + id, Map.of(), Map.of("file", upload.name()));
            work.importNow(upload);
        }
        return "redirect:/moderation/import/" + id;
    }

    /** Whoever worked on it has ended; rows that went in already are the same when they come again. */
    @PostMapping(ID + "/resume")
    String resume(@PathVariable long id, Actor actor) {
        Upload upload = find(id);
        if (uploads.take(id, Phase.CHECKING, Phase.CHECKING, UploadWork.SILENCE)) {
            noteResumed(actor, upload, Phase.CHECKING);
            work.check(upload);
        } else if (uploads.take(id, Phase.IMPORTING, Phase.IMPORTING, UploadWork.SILENCE)) {
            noteResumed(actor, upload, Phase.IMPORTING);
            work.importNow(upload);
        }
        return "redirect:/moderation/import/" + id;
    }

    private void noteResumed(Actor actor, Upload upload, Phase phase) {
        acts.record(
                actor, "upload.resume", "upload:" + upload.id(), Map.of(),
                Map.of("file", upload.name(), "phase", phase));
    }

    @PostMapping(ID + "/drop")
    String drop(@PathVariable long id, Actor actor) {
        Upload upload = find(id);
        if (!upload.busy() || work.silent(upload)) {
            Map<String, ?> before = Map.of("file", upload.name(), "phase", upload.phase());
            uploads.drop(id, () -> acts.record(actor, "upload.drop", "upload:" + id, before, Map.of()));
        }
        return Frame.redirect("/moderation/import", "import_dropped");
    }

    @GetMapping("/moderation/export/{format:jsonl|csv|json}")
    void export(@PathVariable String format, Actor actor, HttpServletResponse response) throws IOException {
        acts.record(actor, "claim.export", "claims");
        response.setContentType(switch (format) {
            case "csv" -> "text/csv;charset=UTF-8";
            case "json" -> "application/ld+json";
            default -> "application/x-ndjson";
        });
        response.setHeader("Content-Disposition", "attachment; filename=\"saring-" + today.get() + "." + format + "\"");
        FileFormat known = EXPORTS.get(format);
        if (known != null) {
            export.write(response.getOutputStream(), known);
        }
    }

    private Upload find(long id) {
        return uploads.find(id).orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "upload_unknown"));
    }

    /** Browsers may send a path; its end is what people know the file by, and what tells its format. */
    private static String nameOf(MultipartFile file) {
        @Nullable String sent = file.getOriginalFilename();
        String name = (sent == null ? "" : sent).replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        return name.length() <= NAME ? name : name.substring(name.length() - NAME);
    }
}
