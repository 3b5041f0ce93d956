/// Pages of oversight.
@NullMarked
package org.evenkeel.clinic.oversight.web;

import org.jspecify.annotations.NullMarked;
