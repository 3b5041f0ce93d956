/// From facts to findings: what must withhold a proposal or put a question to the clinician.
///
/// The limits are content, loaded from cited files; the code here only compares.
@NullMarked
package org.evenkeel.core.safety;

import org.jspecify.annotations.NullMarked;
