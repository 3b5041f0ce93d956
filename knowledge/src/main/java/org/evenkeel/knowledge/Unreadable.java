package org.evenkeel.knowledge;

/// A section has problems, all of them noted already; nothing can be made of it.
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable() {
        super("", null, false, false);
    }
}
