package org.evenkeel.clinic.access;

import jakarta.servlet.http.HttpServletRequest;

/// Tells whether somebody proved lately who they are. The module that keeps sessions answers.
public interface SecondFactor {
    /// Whether the browser that asks is open and its person gave a second factor within the last
    /// minutes.
    boolean isFresh(HttpServletRequest request);
}
