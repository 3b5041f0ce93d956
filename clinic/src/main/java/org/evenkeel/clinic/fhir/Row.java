package org.evenkeel.clinic.fhir;

import org.evenkeel.exchange.Place;

/// Something a file says, and where it says it.
record Row<T>(T what, Place place) {}
