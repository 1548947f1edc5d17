package io.vtkhdf.cli.text;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.vtkhdf.error.ShownText;
import java.io.PrintWriter;
import java.util.Locale;

/** Lines on stderr: in words, or one JSON object each. What stands in them may come from files. */
public enum Report {
    WORDS {
        @Override
        public void line(PrintWriter err, Event event, String message) {
            err.println(event.words + ShownText.of(message.replaceAll("\\R", " ")));
        }
    },
    JSON {
        @Override
        public void line(PrintWriter err, Event event, String message) {
            String text = new String(
                    JsonStringEncoder.getInstance().quoteAsString(ShownText.of(message.replaceAll("\\R", " "))));
            err.println("{\"event\":\"" + event.name().toLowerCase(Locale.ROOT) + "\",\"message\":\"" + text + "\"}");
        }
    };

    /** What a line tells. */
    public enum Event {
        WARNING("vtkhdf: warning: "),
        ERROR("vtkhdf: "),
        DONE("");

        private final String words;

        Event(String words) {
            this.words = words;
        }
    }

    public abstract void line(PrintWriter err, Event event, String message);
}
