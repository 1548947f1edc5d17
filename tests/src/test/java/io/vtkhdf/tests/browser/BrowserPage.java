package io.vtkhdf.tests.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** A tab, and what somebody does who sits before it. */
final class BrowserPage implements AutoCloseable {

    private final Chromium browser;
    private final String context;
    private final String session;

    /** @param context what it shares with nobody: cookies, and what is kept */
    BrowserPage(Chromium browser, String context, String session) {
        this.browser = browser;
        this.context = context;
        this.session = session;
        for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
            call(domain + ".enable", Map.of());
        }
    }

    /** It asks for nothing more. */
    @Override
    public void close() {
        browser.call(null, "Target.disposeBrowserContext", Map.of("browserContextId", context));
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        return browser.call(session, method, parameters);
    }

    void open(String address) {
        call("Page.navigate", Map.of("url", address));
        waitFor("document.readyState === 'complete'");
    }

    void size(int width, int height) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** @param scheme {@code light} or {@code dark} */
    void prefers(String scheme) {
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** The value of an expression, which may be a promise. */
    JsonNode evaluate(String expression) {
        JsonNode reply = call(
                "Runtime.evaluate",
                Map.of("expression", expression, "awaitPromise", true, "returnByValue", true, "userGesture", true));
        if (reply.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + reply.get("exceptionDetails"));
        }
        return reply.get("result").path("value");
    }

    String text(String expression) {
        return evaluate(expression).asText();
    }

    /** Of the first element that a selector finds. */
    String textOf(String selector) {
        return text("document.querySelector(" + quoted(selector) + ").textContent");
    }

    /** Waits until an expression holds. */
    void waitFor(String expression) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Chromium.PATIENCE_SECONDS);
        while (!evaluate("Boolean(" + expression + ")").asBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never: " + expression + "\n" + text("document.body.innerText"));
            }
            try {
                Thread.sleep(15);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    void waitForText(String selector, String part) {
        waitFor("document.querySelector(" + quoted(selector) + ").textContent.includes(" + quoted(part) + ")");
    }

    void focus(String selector) {
        evaluate("document.querySelector(" + quoted(selector) + ").focus()");
    }

    /** Chooses an option as a user does, whom the page hears of. */
    void choose(String selector, String value) {
        evaluate("(() => { const s = document.querySelector(" + quoted(selector) + "); s.value = " + quoted(value)
                + "; s.dispatchEvent(new Event('input', {bubbles: true}));"
                + " s.dispatchEvent(new Event('change', {bubbles: true})); })()");
    }

    /** @param key as the DOM names it */
    void press(String key, int code) {
        for (String type : List.of("rawKeyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
        }
    }

    /** Moves the mouse to a part of an element, from 0 to 1 of its width and height. */
    void pointAt(String selector, double across, double down) {
        mouse("mouseMoved", selector, across, down, Map.of());
    }

    void click(String selector, double across, double down) {
        pointAt(selector, across, down);
        Map<String, Object> left = Map.of("button", "left", "clickCount", 1);
        mouse("mousePressed", selector, across, down, left);
        mouse("mouseReleased", selector, across, down, left);
    }

    private void mouse(String type, String selector, double across, double down, Map<String, ?> more) {
        JsonNode box = evaluate("(() => { const e = document.querySelector(" + quoted(selector)
                + "); e.scrollIntoView({block: 'nearest'}); const b = e.getBoundingClientRect();"
                + " return [b.left, b.top, b.width, b.height]; })()");
        Map<String, Object> event = new HashMap<>(more);
        event.put("type", type);
        event.put("x", box.get(0).asDouble() + across * box.get(2).asDouble());
        event.put("y", box.get(1).asDouble() + down * box.get(3).asDouble());
        call("Input.dispatchMouseEvent", event);
    }

    /** All that it has asked for, wherever. */
    List<String> requests() {
        return browser.events(session, "Network.requestWillBeSent").stream()
                .map(event -> event.parameters().at("/request/url").asText())
                .toList();
    }

    /** How what it has asked for was answered, in that order, also if it may not know. */
    List<Integer> statuses() {
        return browser.events(session, "Network.responseReceivedExtraInfo").stream()
                .map(event -> event.parameters().get("statusCode").asInt())
                .toList();
    }

    /** What can be worked with, and has no name that is read out. */
    List<String> namelessControls() {
        call("Accessibility.enable", Map.of());
        List<String> nameless = new ArrayList<>();
        for (JsonNode node : call("Accessibility.getFullAXTree", Map.of()).get("nodes")) {
            boolean isFocusable = false;
            for (JsonNode property : node.path("properties")) {
                isFocusable |= property.get("name").asText().equals("focusable")
                        && property.at("/value/value").asBoolean();
            }
            String role = node.at("/role/value").asText();
            if (isFocusable
                    && !role.equals("RootWebArea")
                    && node.at("/name/value").asText().isEmpty()) {
                nameless.add(node.toString());
            }
        }
        return nameless;
    }

    /** What the browser found wrong with the page: exceptions, and what its policy forbids. */
    List<String> faults() {
        List<String> thrown = browser.events(session, "Runtime.exceptionThrown").stream()
                .map(event -> event.parameters().toString())
                .toList();
        return thrown.isEmpty()
                ? browser.events(session, "Log.entryAdded").stream()
                        .map(event -> event.parameters().get("entry"))
                        .filter(entry -> entry.get("source").asText().equals("security"))
                        .map(JsonNode::toString)
                        .toList()
                : thrown;
    }

    /** The colour, 0xRRGGBB, at a part of the width and height of what {@code #view} shows on the screen. */
    int drawn(double across, double down) throws IOException {
        JsonNode box = evaluate("(() => { const b = document.querySelector('#view').getBoundingClientRect();"
                + " return [b.left, b.top, b.width, b.height]; })()");
        String data = call("Page.captureScreenshot", Map.of("format", "png"))
                .get("data")
                .asText();
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data)));
        return image.getRGB((int) (box.get(0).asDouble() + across * box.get(2).asDouble()), (int)
                        (box.get(1).asDouble() + down * box.get(3).asDouble()))
                & 0xffffff;
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
