package org.evenkeel.clinic.protocols.web;

/// A protocol to be signed.
///
/// @param protocol all of it
/// @param sentence what one signs
/// @param signer who would sign: name and role
public record SignPage(ProtocolPage protocol, String sentence, String signer) {}
