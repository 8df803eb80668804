package id.saring.match;

/** Finds the word of the index that an unknown word of a message was meant to be. */
interface Spelling {
    /** The better-known stem, or {@code stem} itself if there is none. */
    String correct(String stem, String word);
}
