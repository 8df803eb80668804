/** Measures how fast and how large matching is, on claims and messages made for the purpose. */
@NullMarked
package id.saring.bench;

import org.jspecify.annotations.NullMarked;
