package id.saring.exchange;

import id.saring.claim.Claims;
import id.saring.claim.Claims.Row;
import id.saring.claim.Claims.Saved;
import id.saring.claim.Signature;
import id.saring.core.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Brings claims from JSON Lines, CSV, ClaimReview, RSS and Atom into the store. A row that is no claim is reported with
 * its place and the others go in; a row that is there already changes nothing. A verdict is never guessed: with a word
 * that is not known the claim becomes a draft.
 */
public final class ClaimImport {
    private final Claims claims;
    private final Language defaultLanguage;

    /** @param defaultLanguage the language of rows that name none */
    public ClaimImport(Claims claims, Language defaultLanguage) {
        this.claims = claims;
        this.defaultLanguage = defaultLanguage;
    }

    /**
     * Imports a file, gzipped or not.
     *
     * @throws UnusableFileException if there is no such file, or its kind cannot be told
     */
    public ImportReport run(Path file, ImportListener listener) {
        return importAll(file, new ImportRun(claims::saveAll, listener));
    }

    /** Tells what {@link #run} would do, and writes nothing. */
    public ImportReport rehearse(Path file, ImportListener listener) {
        return importAll(file, new ImportRun(new DryRun(claims)::save, listener));
    }

    /** Imports what a stream gives; {@code name} tells the format as a file's name would, or may tell nothing. */
    public ImportReport run(InputStream in, String name, ImportListener listener) {
        return run(in, name, claims::saveAll, listener);
    }

    /** The same, each claim signed by who imports it. */
    public ImportReport run(InputStream in, String name, Signature by, ImportListener listener) {
        return run(in, name, rows -> claims.saveAll(rows, by), listener);
    }

    /**
     * The same with another way to save some rows; it tells what it did with each, or refuses as {@link Claims#saveAll}
     * does.
     */
    public ImportReport run(
            InputStream in, String name, Function<List<Row>, List<Saved>> save, ImportListener listener) {
        return importAll(in, name, new ImportRun(save, listener));
    }

    /** Tells what {@link #run(InputStream, String, ImportListener)} would do, and writes nothing. */
    public ImportReport rehearse(InputStream in, String name, ImportListener listener) {
        return importAll(in, name, new ImportRun(new DryRun(claims)::save, listener));
    }

    /**
     * Reads a file's rows without a store.
     *
     * @throws UnusableFileException if there is no such file, or its kind cannot be told
     */
    public static void readRows(Path file, Language defaultLanguage, Consumer<Row> rows, Consumer<RowError> errors) {
        try (InputStream in = ClaimFile.open(file)) {
            ClaimFile.read(in, String.valueOf(file.getFileName()), new RowReader(defaultLanguage, new Tally()) {
                @Override
                void row(String place, Row row) {
                    rows.accept(row);
                }

                @Override
                public void broken(String place, String reason) {
                    errors.accept(new RowError(place, BadRowException.inOneLine(reason)));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportReport importAll(Path file, ImportRun run) {
        try (InputStream in = ClaimFile.open(file)) {
            return importAll(in, String.valueOf(file.getFileName()), run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportReport importAll(InputStream in, String name, ImportRun run) {
        ClaimFile.read(in, name, run.reader(defaultLanguage));
        return run.finish();
    }
}
