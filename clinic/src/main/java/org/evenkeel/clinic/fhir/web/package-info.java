/// The pages that bring files in, and the links that take them out.
@NullMarked
package org.evenkeel.clinic.fhir.web;

import org.jspecify.annotations.NullMarked;
