/// What is known of a patient before and beside ketamine, as of a day: measurements, diagnoses,
/// findings, medicines, antidepressant trials, other treatments.
///
/// Front door: [Chart]. What always holds: what nobody asked is absent, never *no*.
@NullMarked
package org.evenkeel.core.history;

import org.jspecify.annotations.NullMarked;
