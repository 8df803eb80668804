/** The Google Fact Check Tools interface: programs written for it work when only their base address is changed. */
@NullMarked
package id.saring.factcheck;

import org.jspecify.annotations.NullMarked;
