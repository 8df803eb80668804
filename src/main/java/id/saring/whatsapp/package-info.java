/** The WhatsApp channel over the Cloud API: receives webhooks, maps, sends, and types WhatsApp's errors. */
@NullMarked
package id.saring.whatsapp;

import org.jspecify.annotations.NullMarked;
