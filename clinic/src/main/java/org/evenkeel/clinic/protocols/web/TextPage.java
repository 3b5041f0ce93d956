package org.evenkeel.clinic.protocols.web;

import org.evenkeel.clinic.web.FormState;
import org.evenkeel.knowledge.Problem;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A draft as text.
///
/// @param id of the edition
/// @param form key and seen number
/// @param text as typed
/// @param timeline drawn; empty where it cannot be read
/// @param problems what the strict loader says is wrong, with line and column
public record TextPage(
        UUID id,
        FormState form,
        String text,
        Optional<Timeline> timeline,
        List<Problem> problems) {}
