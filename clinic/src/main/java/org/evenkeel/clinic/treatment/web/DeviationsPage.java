package org.evenkeel.clinic.treatment.web;

import org.evenkeel.clinic.treatment.Departures;

import java.util.List;

/// How each protocol is kept.
///
/// @param counts by protocol and version
public record DeviationsPage(List<Departures.Count> counts) {}
