/// Pages of histories.
@NullMarked
package org.evenkeel.clinic.history.web;

import org.jspecify.annotations.NullMarked;
