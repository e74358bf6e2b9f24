package io.skipscope.kernels;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds barriers that some work-items of a work-group may not reach, as far as text can show:
 * behind a conditional return, inside of a condition, or in a loop whose count depends on a
 * work-item's id.
 */
final class BarrierLint {
  private static final Pattern BARRIER = Pattern.compile("\\b(?:barrier|treeSum|treeMost)\\s*\\(");
  private static final Pattern OWN_ID =
      Pattern.compile("\\b(?:get_local_id|get_global_id|runItem)\\s*\\(");
  private static final Pattern CONDITION = Pattern.compile("^\\s*(?:else\\b|if\\b|switch\\b)");
  private static final Pattern LOOP = Pattern.compile("^\\s*(?:UNROLL\\s+)?(?:for|while)\\b");
  private static final Pattern RETURN = Pattern.compile("\\breturn\\b");
  private static final Pattern ASSIGNED =
      Pattern.compile("(\\w+)\\s*(?:\\[[^\\]]*\\]\\s*)?[-+*/%]?=[^=]");

  private final Set<String> ownNumbers = new HashSet<>();
  private final Deque<String> openBlocks = new ArrayDeque<>();
  private final List<String> problems = new ArrayList<>();
  private boolean mayHaveReturned;

  private BarrierLint() {}

  /**
   * @param body of one kernel, without comments
   */
  static List<String> problems(String body) {
    BarrierLint lint = new BarrierLint();
    StringBuilder statement = new StringBuilder();
    int parentheses = 0;
    for (char c : body.toCharArray()) {
      parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (parentheses > 0 || "{};".indexOf(c) < 0) {
        statement.append(c);
        continue;
      }
      lint.statement(statement.toString());
      if (c == '{') {
        lint.openBlocks.push(statement.toString());
      } else if (c == '}' && !lint.openBlocks.isEmpty()) {
        lint.openBlocks.pop();
      }
      statement.setLength(0);
    }
    return lint.problems;
  }

  private void statement(String text) {
    noteOwnNumbers(text);
    if (RETURN.matcher(text).find() && (CONDITION.matcher(text).find() || isConditional())) {
      mayHaveReturned = true;
    }
    Matcher barrier = BARRIER.matcher(text);
    if (!barrier.find()) {
      return;
    }
    if (mayHaveReturned) {
      problems.add("a barrier behind a conditional return: " + text.strip());
    }
    if (CONDITION.matcher(text).find() || text.indexOf('?') >= 0 || isConditional()) {
      problems.add("a barrier in a condition: " + text.strip());
    }
    openBlocks.stream()
        .filter(block -> LOOP.matcher(block).find() && isOwn(block))
        .forEach(block -> problems.add("a barrier in a loop of an own count: " + block.strip()));
  }

  private boolean isConditional() {
    return openBlocks.stream().anyMatch(block -> CONDITION.matcher(block).find());
  }

  /** Variables that are computed from a work-item's id may differ within a work-group. */
  private void noteOwnNumbers(String text) {
    Matcher assigned = ASSIGNED.matcher(text);
    if (assigned.find() && isOwn(text.substring(assigned.end() - 1))) {
      ownNumbers.add(assigned.group(1));
    }
  }

  private boolean isOwn(String text) {
    if (OWN_ID.matcher(text).find()) {
      return true;
    }
    Matcher word = Pattern.compile("\\w+").matcher(text);
    return word.results().anyMatch(match -> ownNumbers.contains(match.group()));
  }
}
