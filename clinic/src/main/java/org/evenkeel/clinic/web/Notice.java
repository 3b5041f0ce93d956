package org.evenkeel.clinic.web;

/// A page that says one thing.
///
/// @param title what it is
/// @param text what to do
public record Notice(String title, String text) {}
