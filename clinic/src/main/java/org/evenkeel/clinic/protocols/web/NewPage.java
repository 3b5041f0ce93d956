package org.evenkeel.clinic.protocols.web;

import org.evenkeel.clinic.web.FormState;
import org.evenkeel.knowledge.Problem;

import java.util.List;

/// The form that begins a draft from a text.
///
/// @param form its key and what is wrong
/// @param text as pasted
/// @param problems why the text cannot be taken apart
public record NewPage(FormState form, String text, List<Problem> problems) {}
