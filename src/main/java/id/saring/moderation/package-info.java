/** The pages of moderators and admins. */
@NullMarked
package id.saring.moderation;

import org.jspecify.annotations.NullMarked;
