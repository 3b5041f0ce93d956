package org.evenkeel.clinic.database;

/// Who may log in where.
///
/// @param url JDBC address
/// @param user role name
/// @param password its password
public record DatabaseLogin(String url, String user, String password) {

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
