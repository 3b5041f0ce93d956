package org.evenkeel.knowledge;

import org.evenkeel.knowledge.Part.Items;
import org.evenkeel.knowledge.Part.Keys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Steps to a place in a tree of content.
///
/// @param steps keys, and items as `[1]`
record TreePath(List<String> steps) {
    private static final Pattern STEP = Pattern.compile("\\[(\\d{1,4})]|[^.\\[\\]]+");
    private static final int MOST_STEPS = 40;

    static TreePath of(String path) {
        List<String> steps = new ArrayList<>();
        Matcher found = STEP.matcher(path);
        while (found.find()) {
            steps.add(found.group());
        }
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "a path has 1 to " + MOST_STEPS + " steps, got " + steps.size());
        }
        return new TreePath(List.copyOf(steps));
    }

    Optional<Part> in(Part root) {
        Optional<Part> here = Optional.of(root);
        for (String step : steps) {
            here = here.flatMap(part -> child(part, step));
        }
        return here;
    }

    Part put(Part root, Part part) {
        if (steps.isEmpty()) {
            return part;
        }
        String step = steps.getFirst();
        TreePath rest = new TreePath(steps.subList(1, steps.size()));
        return switch (root) {
            case Keys keys ->
                keys.put(
                        step,
                        rest.put(
                                keys.parts().getOrDefault(step, new Keys(new LinkedHashMap<>())),
                                part));
            case Items items -> {
                int at = index(step);
                List<Part> changed = new ArrayList<>(items.parts());
                if (at < 0 || at > changed.size()) {
                    throw new IllegalArgumentException(
                            step + " is no place in a list of " + changed.size());
                }
                if (at == changed.size()) {
                    changed.add(rest.put(new Keys(new LinkedHashMap<>()), part));
                } else {
                    changed.set(at, rest.put(changed.get(at), part));
                }
                yield new Items(changed);
            }
            case Part.Word _ -> throw new IllegalArgumentException(step + " is within a word");
        };
    }

    Part remove(Part root) {
        String step = steps.getFirst();
        Optional<Part> child = child(root, step);
        if (child.isEmpty()) {
            return root;
        }
        if (steps.size() > 1) {
            return new TreePath(List.of(step))
                    .put(root, new TreePath(steps.subList(1, steps.size())).remove(child.get()));
        }
        return switch (root) {
            case Keys keys -> keys.drop(step);
            case Items items -> {
                List<Part> changed = new ArrayList<>(items.parts());
                changed.remove(index(step));
                yield new Items(changed);
            }
            case Part.Word word -> word;
        };
    }

    private static Optional<Part> child(Part part, String step) {
        return switch (part) {
            case Keys keys -> Optional.ofNullable(keys.parts().get(step));
            case Items items -> {
                int at = index(step);
                yield at >= 0 && at < items.parts().size()
                        ? Optional.of(items.parts().get(at))
                        : Optional.empty();
            }
            case Part.Word _ -> Optional.empty();
        };
    }

    /// Items count from 1, as problems name them.
    private static int index(String step) {
        return step.startsWith("[") ? Integer.parseInt(step, 1, step.length() - 1, 10) - 1 : -1;
    }
}
