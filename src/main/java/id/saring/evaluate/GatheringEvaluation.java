package id.saring.evaluate;

import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.core.Pseudonym;
import id.saring.core.QuestionKey;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import id.saring.submission.CaseId;
import id.saring.submission.Cases;
import id.saring.submission.Question;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how well messages sent for checking are gathered into cases: labelled messages go through the very queue
 * that serves, one after the other in a random order. Messages whose labels share a claim, directly or over other
 * messages, tell one story; a pair of messages is right if it is in one case exactly when it tells one story.
 */
public final class GatheringEvaluation {
    /**
     * What to gather.
     *
     * @param stories how many stories, those with the most messages first
     * @param each    most messages of one story
     * @param seed    of the order of messages, and of which are taken where there are more
     */
    public record Request(List<Path> queries, List<Path> qrels, int stories, int each, long seed) {}

    /** A message and the story it tells. */
    private record Told(Message message, int story) {}

    private GatheringEvaluation() {}

    /** Gathers and prints the figures. */
    public static void run(Request request, PrintWriter printer) {
        List<Told> told = select(request);
        long start = System.nanoTime();
        List<CaseId> cases = gather(told);
        double seconds = (System.nanoTime() - start) / 1e9;
        long both = 0;
        long gathered = 0;
        long same = 0;
        for (int i = 0; i < told.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean oneCase = cases.get(i).equals(cases.get(j));
                boolean oneStory = told.get(i).story() == told.get(j).story();
                both += oneCase && oneStory ? 1 : 0;
                gathered += oneCase ? 1 : 0;
                same += oneStory ? 1 : 0;
            }
        }
        double precision = both / (double) Math.max(1, gathered);
        double recall = both / (double) Math.max(1, same);
        printer.printf(
                Locale.ROOT,
                "messages %d, stories %d, cases %d%n",
                told.size(),
                told.stream().mapToInt(Told::story).distinct().count(),
                cases.stream().distinct().count());
        printer.printf(
                Locale.ROOT,
                "pairwise precision %.3f, recall %.3f, F1 %.3f%n",
                precision,
                recall,
                both == 0 ? 0 : 2 * precision * recall / (precision + recall));
        printer.printf(Locale.ROOT, "%.2f ms a message%n", seconds * 1000 / Math.max(1, told.size()));
        printer.flush();
    }

    private static List<Told> select(Request request) {
        Map<String, Set<String>> labels = PackFiles.readLabels(request.qrels());
        List<Message> messages = new ArrayList<>();
        request.queries().forEach(file -> messages.addAll(PackFiles.readMessages(file, labels, labels)));
        Roots roots = new Roots();
        labels.forEach((message, claims) ->
                claims.forEach(claim -> roots.join("message " + message, "claim " + claim)));
        Map<String, List<Message>> stories = new TreeMap<>();
        messages.stream()
                .filter(Message::answerable)
                .sorted(Comparator.comparing(Message::id))
                .forEach(message -> stories
                        .computeIfAbsent(roots.of("message " + message.id()), root -> new ArrayList<>())
                        .add(message));
        Random random = new Random(request.seed());
        List<List<Message>> order = new ArrayList<>(stories.values());
        Collections.shuffle(order, random);
        order.sort(Comparator.comparingInt(story -> -Math.min(request.each(), story.size())));
        List<Told> told = new ArrayList<>();
        for (int story = 0; story < Math.min(request.stories(), order.size()); story++) {
            List<Message> of = order.get(story);
            Collections.shuffle(of, random);
            for (Message message : of.subList(0, Math.min(request.each(), of.size()))) {
                told.add(new Told(message, story));
            }
        }
        Collections.shuffle(told, random);
        return told;
    }

    private static List<CaseId> gather(List<Told> told) {
        Path dir;
        try {
            dir = Files.createTempDirectory("saring-gathering");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Database database = Database.open(DatabaseSettings.embedded(dir))) {
            Cases cases = new Cases(database, Clock.systemUTC());
            List<CaseId> gathered = new ArrayList<>();
            for (Told one : told) {
                String number = "%032x".formatted(gathered.size());
                Question.Asker asker = new Question.Asker(Channel.WEB, new Pseudonym(number), new Pseudonym(number));
                gathered.add(cases.submit(new Question(
                        new QuestionKey(number), asker, Language.ID, "NONE", one.message().text(), Instant.now())));
            }
            return gathered;
        } finally {
            try {
                FileSystemUtils.deleteRecursively(dir);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Which of all things joined so far stand together. */
    private static final class Roots {
        private final Map<String, String> above = new HashMap<>();

        String of(String thing) {
            String root = thing;
            for (String next = above.get(root); next != null; next = above.get(root)) {
                root = next;
            }
            return root;
        }

        void join(String one, String other) {
            String root = of(one);
            String otherRoot = of(other);
            if (!root.equals(otherRoot)) {
                above.put(root, otherRoot);
            }
        }
    }
}
