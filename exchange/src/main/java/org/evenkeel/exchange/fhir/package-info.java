/// What the platform knows, as FHIR R4 resources: the facts of a patient and protocols.
///
/// Front doors: [ChartBundle] writes a chart for engines that run our CQL; [ProtocolFhir] writes
/// and reads protocols. What always holds: a resource is built as a tree first and written whole;
/// what is read is taken whole or refused, with the element that a protocol cannot say; nobody's
/// name has a place in one.
@NullMarked
package org.evenkeel.exchange.fhir;

import org.jspecify.annotations.NullMarked;
