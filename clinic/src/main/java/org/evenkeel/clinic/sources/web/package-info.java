/// Pages of sources.
@NullMarked
package org.evenkeel.clinic.sources.web;

import org.jspecify.annotations.NullMarked;
