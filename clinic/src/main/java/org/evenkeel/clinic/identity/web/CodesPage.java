package org.evenkeel.clinic.identity.web;

import java.util.List;

/// Fresh recovery codes, shown this once.
///
/// @param codes ten of them
/// @param next where to go on
public record CodesPage(List<String> codes, String next) {}
