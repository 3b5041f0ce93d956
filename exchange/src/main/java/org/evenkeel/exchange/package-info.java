/// Courses from files and to files: CSV and FHIR R4.
///
/// Front doors: [CsvCourses] and [FhirCourses] read a [Source] and give a [Reading], which is
/// either a whole [Cohort] with notes or the problems that were found; [CsvExport] and
/// [FhirExport] write. A file is parsed once, here; no sentence about one ever holds a patient's
/// key. The formats stand in docs/reference/files.md.
@NullMarked
package org.evenkeel.exchange;

import org.jspecify.annotations.NullMarked;
