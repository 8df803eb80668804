package id.saring.reply;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Where the texts are read from. */
sealed interface ResponseFiles {
    /** Paths are below {@code responses/}, with slashes. */
    InputStream open(String path) throws IOException;

    /** Equal as long as none of the files has changed. */
    Object state(List<String> paths);

    /** The folder the newsroom edits. */
    record Folder(Path dir) implements ResponseFiles {
        private record Stamp(String path, long modified, long size) {}

        @Override
        public InputStream open(String path) throws IOException {
            return new ByteArrayInputStream(Files.readAllBytes(dir.resolve(path)));
        }

        @Override
        public Object state(List<String> paths) {
            List<Stamp> stamps = new ArrayList<>();
            for (String path : paths) {
                try {
                    var attributes = Files.readAttributes(dir.resolve(path), BasicFileAttributes.class);
                    stamps.add(new Stamp(path, attributes.lastModifiedTime().toMillis(), attributes.size()));
                } catch (IOException e) {
                    stamps.add(new Stamp(path, -1, -1));
                }
            }
            return stamps;
        }
    }

    /** The copies packed with the program, for an installation that has no folder of its own. */
    record Packed() implements ResponseFiles {
        @Override
        public InputStream open(String path) throws IOException {
            InputStream file = ResponseFiles.class.getResourceAsStream("/responses/" + path);
            if (file == null) {
                throw new NoSuchFileException(path);
            }
            return file;
        }

        @Override
        public Object state(List<String> paths) {
            return "packed";
        }
    }

    /**
     * A file's text with plain line breaks and without a byte order mark.
     *
     * @throws ResponsesException if it is missing or is not UTF-8
     */
    default String read(String path) {
        try (InputStream bytes = open(path);
                Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder())) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString().replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
        } catch (NoSuchFileException e) {
            throw new ResponsesException(path, "is missing");
        } catch (CharacterCodingException e) {
            throw new ResponsesException(path, "is not saved as UTF-8");
        } catch (IOException e) {
            throw new ResponsesException(path, "cannot be read: " + e.getMessage());
        }
    }
}
