package org.evenkeel.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether two texts say the same, when their numbers may differ a little: another machine's
/// exponential may differ in its last bit and move a patient or two, and a figure that moved by
/// less is no news.
final class Drift {
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    /// Numbers may differ by this share, or by the next figure of their last digit.
    private static final double SHARE = 0.05;

    private static final double LAST_DIGITS = 1.5;

    private Drift() {}

    /// The lines that differ, the first few.
    static List<String> between(String kept, String found) {
        List<String> here = found.lines().toList();
        List<String> there = kept.lines().toList();
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(here.size(), there.size()) && differences.size() < 3; i++) {
            String then = i < there.size() ? there.get(i) : "";
            String now = i < here.size() ? here.get(i) : "";
            if (!isSame(then, now)) {
                differences.add("'" + then.strip() + "' is now '" + now.strip() + "'");
            }
        }
        return differences;
    }

    private static boolean isSame(String then, String now) {
        if (!NUMBER.matcher(then).replaceAll("#").equals(NUMBER.matcher(now).replaceAll("#"))) {
            return false;
        }
        Matcher old = NUMBER.matcher(then);
        Matcher current = NUMBER.matcher(now);
        while (old.find() && current.find()) {
            if (!isNear(old.group(), current.group())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNear(String then, String now) {
        double was = Double.parseDouble(then);
        int point = then.indexOf('.');
        double lastDigit = Math.pow(10, point < 0 ? 0 : point + 1.0 - then.length());
        double slack = Math.max(SHARE * was, LAST_DIGITS * lastDigit);
        return Math.abs(Double.parseDouble(now) - was) <= slack;
    }
}
