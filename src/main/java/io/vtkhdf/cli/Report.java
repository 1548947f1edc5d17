package io.vtkhdf.cli;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.PrintWriter;
import java.util.Locale;

/** Lines on stderr: in words, or one JSON object each. What stands in them may come from files: it controls nothing. */
enum Report {
    WORDS {
        @Override
        void line(PrintWriter err, Event event, String message) {
            err.println(event.words + printable(message));
        }
    },
    JSON {
        @Override
        void line(PrintWriter err, Event event, String message) {
            String text = new String(JsonStringEncoder.getInstance().quoteAsString(printable(message)));
            err.println("{\"event\":\"" + event.name().toLowerCase(Locale.ROOT) + "\",\"message\":\"" + text + "\"}");
        }
    };

    /** What a line tells. */
    enum Event {
        WARNING("vtkhdf: warning: "),
        ERROR("vtkhdf: "),
        DONE("");

        private final String words;

        Event(String words) {
            this.words = words;
        }
    }

    abstract void line(PrintWriter err, Event event, String message);

    /** A text without line ends and other control characters, which a terminal would obey. */
    static String printable(String text) {
        return text.replaceAll("\\R", " ").replaceAll("\\p{Cc}", "?");
    }
}
