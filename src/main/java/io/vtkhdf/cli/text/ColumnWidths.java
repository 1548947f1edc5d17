package io.vtkhdf.cli.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How wide the columns of a table are, and the lines that its rows become. */
final class ColumnWidths {

    /** What every terminal has. */
    static final int LINE = 80;

    private static final String GAP = "  ";
    /** Of a column whose cells stand in lines of their own. */
    private static final int INDENTATION = 2;

    /** Longer cells of the first column stand in lines of their own before others lose anything. */
    private static final int LONGEST_FIRST = 24;

    /** No number is longer; names of files are. */
    private static final int LONGEST_WORD = 24;

    private static final int SHORTEST_WORD = 8;

    private final int[] widths;

    private ColumnWidths(int... widths) {
        this.widths = widths;
    }

    static ColumnWidths of(List<List<String>> rows) {
        ColumnWidths widths = new ColumnWidths(new int[most(rows)]);
        int[] words = new int[widths.widths.length];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                widths.widths[column] = Math.max(widths.widths[column], WrappedText.length(cell));
                words[column] = Math.max(words[column], WrappedText.longestWord(cell));
            }
        }
        if (words.length > 1 && widths.excess() > 0) {
            words[0] = Math.min(widths.widths[0], LONGEST_FIRST);
            widths.shrink(words);
            Arrays.setAll(words, i -> Math.min(words[i], LONGEST_WORD));
            widths.shrink(words);
            words[0] = INDENTATION;
            widths.shrink(words);
            Arrays.setAll(words, i -> Math.min(words[i], SHORTEST_WORD));
            widths.shrink(words);
            widths.fitFirst(rows);
        }
        return widths;
    }

    /** The length of the longest list. */
    private static int most(List<List<String>> lists) {
        int most = 0;
        for (List<String> list : lists) {
            most = Math.max(most, list.size());
        }
        return most;
    }

    /** How much longer than a line rows are. */
    private int excess() {
        int sum = GAP.length() * (widths.length - 1);
        for (int width : widths) {
            sum += width;
        }
        return sum - LINE;
    }

    /** Makes the widest columns narrower, as far as they may be, until a line holds all of them. */
    private void shrink(int... least) {
        for (int excess = excess(); excess > 0; excess--) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                if (widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
        }
    }

    /** The first column needs no more than its longest cell that does not stand in a line of its own. */
    private void fitFirst(List<List<String>> rows) {
        widths[0] = rows.stream()
                .filter(row -> !row.isEmpty())
                .mapToInt(row -> WrappedText.length(row.get(0)))
                .filter(length -> length <= widths[0])
                .max()
                .orElse(0);
        widths[0] = Math.max(widths[0], INDENTATION);
    }

    List<String> lines(List<String> row) {
        List<String> lines = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            boolean isAlone = column == 0 && row.size() > 1 && WrappedText.length(cell) > widths[0];
            if (isAlone) {
                lines.addAll(WrappedText.lines(cell, LINE));
            }
            cells.add(isAlone ? List.of() : WrappedText.lines(cell, widths[column]));
        }
        int height = most(cells);
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < cells.size(); column++) {
                List<String> cell = cells.get(column);
                String part = line < cell.size() ? cell.get(line) : "";
                text.append(part)
                        .append(" ".repeat(widths[column] - WrappedText.length(part)))
                        .append(GAP);
            }
            lines.add(text.toString().stripTrailing());
        }
        return lines;
    }
}
