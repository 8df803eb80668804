package id.saring.account;

/**
 * What an account may do: moderators write claims and answer cases, admins may do that and look after the installation.
 */
public enum Role {
    MODERATOR,
    ADMIN
}
