package io.vtkhdf.series;

import java.nio.file.Path;
import java.util.Comparator;

/** Names as people count them: {@code a2} before {@code a10}. */
public final class NaturalOrder implements Comparator<String> {

    /** That of files, by their names. */
    public static Comparator<Path> ofFiles() {
        return Comparator.comparing(Path::toString, new NaturalOrder());
    }

    @Override
    public int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int order;
            int nextI = i + 1;
            int nextJ = j + 1;
            if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
                nextI = endOfNumber(a, i);
                nextJ = endOfNumber(b, j);
                order = compareNumbers(a.substring(i, nextI), b.substring(j, nextJ));
            } else {
                order = Character.compare(a.charAt(i), b.charAt(j));
            }
            if (order != 0) {
                return order;
            }
            i = nextI;
            j = nextJ;
        }
        int longer = Integer.compare(a.length() - i, b.length() - j);
        return longer != 0 ? longer : a.compareTo(b);
    }

    /** However long they are. */
    private static int compareNumbers(String a, String b) {
        String digitsOfA = a.replaceFirst("^0+", "");
        String digitsOfB = b.replaceFirst("^0+", "");
        int longer = Integer.compare(digitsOfA.length(), digitsOfB.length());
        return longer != 0 ? longer : digitsOfA.compareTo(digitsOfB);
    }

    private static int endOfNumber(String name, int start) {
        int end = start;
        while (end < name.length() && isDigit(name.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
