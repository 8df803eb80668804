package id.saring.submission;

import id.saring.chat.ChatAddress;
import id.saring.core.Language;
import id.saring.core.Pseudonym;

/** Where and in which language a chat can be written to of our own accord. */
public record Contact(Pseudonym chat, ChatAddress address, Language language) {}
