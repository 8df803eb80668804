package id.saring.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Messages and the store in which they are looked for.
 *
 * @param claims files of claims that make the store
 */
record Pack(String name, List<Path> claims, List<Message> messages) {
    private static final String CLAIMS = "claims.jsonl";
    private static final String ELSEWHERE = "STORE.txt";

    /**
     * Reads labelled messages from files.
     *
     * @param qrels the first counts for ranking, all together for whether an answer is right
     */
    static Pack of(String name, List<Path> claims, List<Path> queries, List<Path> qrels) {
        Map<String, Set<String>> right = PackFiles.readLabels(qrels.subList(0, Math.min(1, qrels.size())));
        Map<String, Set<String>> acceptable = PackFiles.readLabels(qrels);
        List<Message> messages = new ArrayList<>();
        queries.forEach(file -> messages.addAll(PackFiles.readMessages(file, right, acceptable)));
        return new Pack(name, List.copyOf(claims), List.copyOf(messages));
    }

    /**
     * Reads a folder: {@code claims.jsonl} or a {@code STORE.txt} that names the files of claims,
     * {@code queries.jsonl}, {@code qrels.tsv} and any {@code qrels_near*.tsv}; each may be gzipped.
     *
     * @throws IllegalArgumentException naming what is missing
     */
    static Pack read(Path folder) {
        List<Path> qrels = new ArrayList<>(List.of(file(folder, "qrels.tsv")));
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().startsWith("qrels_near")).sorted().forEach(qrels::add);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        return of(name, store(folder), List.of(file(folder, "queries.jsonl")), qrels);
    }

    /** {@code STORE.txt} names files or folders, from its own folder on, joined by plus signs. */
    private static List<Path> store(Path folder) {
        Path elsewhere = folder.resolve(ELSEWHERE);
        if (!Files.exists(elsewhere)) {
            return List.of(file(folder, CLAIMS));
        }
        try {
            String named = Files.readString(elsewhere).strip().replaceFirst("^claims:", "");
            return Arrays.stream(named.split("\\+"))
                    .map(part -> folder.toAbsolutePath().resolve(part.strip()).normalize())
                    .map(path -> Files.isDirectory(path) ? file(path, CLAIMS) : path)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + elsewhere, e);
        }
    }

    private static Path file(Path folder, String name) {
        Path plain = folder.toAbsolutePath().normalize().resolve(name);
        Path packed = plain.resolveSibling(name + ".gz");
        if (Files.exists(plain)) {
            return plain;
        }
        if (Files.exists(packed)) {
            return packed;
        }
        throw new IllegalArgumentException(
                folder + " is no pack: it has neither " + name + " nor " + packed.getFileName());
    }
}
