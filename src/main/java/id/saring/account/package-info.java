/** Moderators and admins: their accounts, roles, passwords, second factors, sessions and tokens. */
@NullMarked
package id.saring.account;

import org.jspecify.annotations.NullMarked;
