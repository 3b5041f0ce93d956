package org.evenkeel.clinic.database;

/// Who may log in where.
///
/// @param url JDBC address
/// @param user role name
/// @param password its password
public record DatabaseLogin(String url, String user, String password) {
    private static final String TIME_LIMIT = "socketTimeout=20";

    /// What a page waits for at most, added to every address.
    public static final String OPTIONS = "reWriteBatchedInserts=true&connectTimeout=3&" + TIME_LIMIT
            + "&tcpKeepAlive=true&logServerErrorDetail=false";

    /// For long work nobody waits for at a page: without a limit on the time to answer.
    public DatabaseLogin patient() {
        return new DatabaseLogin(url.replace(TIME_LIMIT, "socketTimeout=0"), user, password);
    }

    @Override
    public String toString() {
        // The address may carry options, and among them a secret.
        return user + " at " + url.replaceFirst("\\?.*", "");
    }
}
