/// Courses from files and to files: CSV and FHIR R4. Parses once at the door and collects all
/// problems.
@NullMarked
package org.evenkeel.exchange;

import org.jspecify.annotations.NullMarked;
