/** Main class, command line, settings, schedules and health: the one place that knows every package. */
@NullMarked
package id.saring;

import org.jspecify.annotations.NullMarked;
