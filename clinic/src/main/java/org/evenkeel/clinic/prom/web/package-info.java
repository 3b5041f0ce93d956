/// The form that takes an answered questionnaire.
@NullMarked
package org.evenkeel.clinic.prom.web;

import org.jspecify.annotations.NullMarked;
