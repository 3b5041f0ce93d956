package org.evenkeel.cli;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a user gave a command.
///
/// The typed readers collect what is wrong and answer empty; [#refuseIfWrong] then tells all of it
/// at once. Call it after the last reader and before doing anything.
final class Arguments {
    static final String OUT = "--out";
    private static final int MAX_DIGITS = 12;

    private final Map<String, String> values;
    private final List<String> operands;
    private final List<String> problems;

    Arguments(Map<String, String> values, List<String> operands, List<String> problems) {
        this.values = values;
        this.operands = operands;
        this.problems = problems;
    }

    /// The words that belong to no option.
    List<String> operands() {
        return operands;
    }

    /// Whether an option was given.
    boolean has(String option) {
        return values.containsKey(option);
    }

    Optional<String> text(String option) {
        return Optional.ofNullable(values.get(option));
    }

    /// The text of an option that must be there; blank, with a problem, where it is not.
    String required(String option, String meaning) {
        Optional<String> text = text(option);
        if (text.isEmpty()) {
            problem(option + " is missing: " + meaning);
        }
        return text.orElse("");
    }

    /// One of a few words, read without regard to case; the first of them where none is given.
    String choice(String option, List<String> allowed) {
        String given = text(option).orElse(allowed.getFirst());
        for (String word : allowed) {
            if (word.equalsIgnoreCase(given)) {
                return word;
            }
        }
        wrong(option, given, "one of " + String.join(", ", allowed));
        return allowed.getFirst();
    }

    Optional<Path> path(String option) {
        return text(option).flatMap(given -> {
            try {
                return Optional.of(Path.of(given));
            } catch (InvalidPathException _) {
                return wrong(option, given, "a path of this system");
            }
        });
    }

    /// Where the result goes; empty for standard output.
    Optional<Path> out() {
        return path(OUT);
    }

    Optional<LocalDate> date(String option) {
        return text(option).flatMap(given -> {
            try {
                LocalDate date = LocalDate.parse(given);
                if (date.getYear() >= 0 && date.getYear() <= 9999) {
                    return Optional.of(date);
                }
            } catch (DateTimeException _) {
                // told below, as for a year of five digits
            }
            return wrong(option, given, "a date of the calendar, written like 2027-01-31");
        });
    }

    /// A whole number of a range, its ends included.
    Optional<Integer> integer(String option, int least, int most) {
        return text(option).flatMap(given -> {
            try {
                int number = Integer.parseInt(given);
                if (number >= least && number <= most) {
                    return Optional.of(number);
                }
            } catch (NumberFormatException _) {
                // told below, as for a number out of range
            }
            return wrong(option, given, "a whole number from " + least + " to " + most);
        });
    }

    /// A decimal number above 0 and at most `most`, written in digits.
    Optional<BigDecimal> positive(String option, int most) {
        return text(option).flatMap(given -> {
            Optional<BigDecimal> number = decimal(given)
                    .filter(found -> found.signum() > 0)
                    .filter(found -> found.compareTo(BigDecimal.valueOf(most)) <= 0);
            return number.isPresent()
                    ? number
                    : wrong(option, given, "a number above 0 and at most " + most);
        });
    }

    /// Digits only: an exponent would let a few letters stand for a number of any size.
    private static Optional<BigDecimal> decimal(String given) {
        if (given.length() > MAX_DIGITS || given.chars().anyMatch(Character::isLetter)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(given));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// Notes something wrong that the readers here do not know about.
    void problem(String words) {
        problems.add(words);
    }

    /// Notes that an option's value is not what was allowed.
    <T> Optional<T> wrong(String option, String given, String allowed) {
        problem(option + ": '" + given + "' is not " + allowed);
        return Optional.empty();
    }

    /// Tells everything that was wrong, if anything was.
    void refuseIfWrong() throws Refusal {
        if (!problems.isEmpty()) {
            throw Refusal.input(problems);
        }
    }
}
