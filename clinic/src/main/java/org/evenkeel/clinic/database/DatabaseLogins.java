package org.evenkeel.clinic.database;

/// The two roles of a clinic's database.
///
/// @param owner owns the tables and changes their shape; used at start only
/// @param application reads and appends; owns nothing
public record DatabaseLogins(DatabaseLogin owner, DatabaseLogin application) {}
