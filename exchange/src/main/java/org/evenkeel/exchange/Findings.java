package org.evenkeel.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects the problems and notes of one reading.
final class Findings {
    /// Reading ends after so many problems: the file is not what it says.
    static final int ENOUGH = 1_000;

    private final List<Problem> problems = new ArrayList<>();
    private final Map<Counted, Integer> counted = new LinkedHashMap<>();
    private final List<Note> notes = new ArrayList<>();
    private int count;

    /// A note whose text ends in how often it happened.
    private record Counted(String file, String text) {}

    void add(Problem problem) {
        count++;
        if (problems.size() < Reading.Rejected.SHOWN) {
            problems.add(problem);
        }
    }

    void note(String file, String text) {
        notes.add(new Note(file, text));
    }

    /// Adds one to what a note will say at the end.
    void count(String file, String text) {
        counted.merge(new Counted(file, text), 1, Integer::sum);
    }

    boolean any() {
        return count > 0;
    }

    boolean enough() {
        return count >= ENOUGH;
    }

    Reading.Rejected rejected() {
        return new Reading.Rejected(problems, count, enough());
    }

    List<Note> notes() {
        var all = new ArrayList<>(notes);
        counted.forEach(
                (what, times) -> all.add(new Note(what.file(), what.text() + ": " + times)));
        return all;
    }
}
