/**
 * The packed jar under load and under harm: a generator, stand-ins for the platforms, and an account of every message.
 */
@NullMarked
package id.saring.load;

import org.jspecify.annotations.NullMarked;
