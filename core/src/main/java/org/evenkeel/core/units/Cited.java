package org.evenkeel.core.units;

import java.util.function.Function;

/// A value with the evidence behind it.
///
/// @param value what the content file says
/// @param tag how far it has been followed
/// @param source the citation, as the content file words it
public record Cited<T>(T value, EvidenceTag tag, String source) {

    /// The same evidence behind the value in another type.
    public <R> Cited<R> map(Function<? super T, ? extends R> toType) {
        return new Cited<>(toType.apply(value), tag, source);
    }
}
