/// Pages of eligibility: what the rules say, the decision, and the rules themselves.
@NullMarked
package org.evenkeel.clinic.eligibility.web;

import org.jspecify.annotations.NullMarked;
