package io.vtkhdf.tests.browser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.tests.Tool;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The page of {@code vtkhdf view} in Chromium, as somebody uses it; the right values are those of numpy. */
@Tag("browser")
@ExtendWith(SharedChromium.class)
class ViewPageTest {

    private static final int LEFT = 37;
    private static final int RIGHT = 39;
    private static final int PAGE_UP = 33;
    private static final int PAGE_DOWN = 34;
    private static final int END = 35;
    private static final int HOME = 36;
    private static final int UP = 38;

    @TempDir
    private static Path files;

    private static JsonNode expected;
    private static final Map<Path, RunningView> SHARED = new HashMap<>();

    private final Chromium browser;
    private final List<BrowserPage> pages = new ArrayList<>();
    private RunningView view;

    ViewPageTest(Chromium browser) {
        this.browser = browser;
    }

    @BeforeAll
    static void makeFiles() throws IOException, InterruptedException {
        expected = new ObjectMapper()
                .readTree(Tool.run(
                        files,
                        List.of(Tool.python(), Tool.pythonScript("make_view.py").toString(), files.toString())));
    }

    @AfterAll
    static void stop() {
        SHARED.values().forEach(RunningView::close);
        SHARED.clear();
    }

    /** Of a file that stays as it is, for which one process does. */
    private static RunningView shared(String name) throws IOException {
        Path file = file(name);
        if (!SHARED.containsKey(file)) {
            SHARED.put(file, RunningView.of(file));
        }
        return SHARED.get(file);
    }

    private BrowserPage page(String name) throws IOException {
        return page(shared(name));
    }

    private BrowserPage page(RunningView shown) {
        view = shown;
        BrowserPage page = newPage();
        page.size(1280, 900);
        page.open(view.address());
        page.waitForText("#point", "Point");
        return page;
    }

    /** Whatever was done, nothing was asked of another machine, and nothing is wrong with the page. */
    private void requireQuiet(BrowserPage page) {
        assertEquals(List.of(), page.faults());
        assertTrue(page.requests().size() > 5);
        assertEquals(
                List.of(),
                page.requests().stream()
                        .filter(address -> !address.startsWith(view.origin() + "/"))
                        .toList());
    }

    private BrowserPage newPage() {
        BrowserPage page = browser.newPage();
        pages.add(page);
        return page;
    }

    @AfterEach
    void end() {
        pages.forEach(BrowserPage::close);
        if (view != null && !SHARED.containsValue(view)) {
            view.close();
        }
    }

    private static Path file(String name) {
        return files.resolve(name + ".vtkhdf");
    }

    /** A value of an array of one component. */
    private static double at(String file, String array, int x, int y, int z) {
        return expected.get(file).get(array).get(z).get(y).get(x).asDouble();
    }

    @Test
    void pixelsAreTheValues() throws IOException {
        BrowserPage page = page("scan");
        page.choose("#array", "point:density");
        page.choose("#map", "grey");
        page.choose("#range", "fixed");
        page.choose("#min", "-1");
        page.choose("#max", "1");
        page.waitFor("document.querySelector('#plane-x .low').textContent === '-1'"
                + " && document.querySelector('#plane-y .low').textContent === '-1'"
                + " && document.querySelector('#plane-z .low').textContent === '-1'");
        double[][] x = new double[6][5];
        double[][] y = new double[6][7];
        double[][] z = new double[5][7];
        // In the middle, as it begins; y has a negative spacing, and so goes from right to left, and from top to
        // bottom.
        for (int k = 0; k < 6; k++) {
            for (int j = 0; j < 5; j++) {
                x[k][4 - j] = at("scan", "density", 3, j, k);
            }
            for (int i = 0; i < 7; i++) {
                y[k][i] = at("scan", "density", i, 2, k);
            }
        }
        for (int j = 0; j < 5; j++) {
            for (int i = 0; i < 7; i++) {
                z[4 - j][i] = at("scan", "density", i, j, 3);
            }
        }
        assertArrayEquals(ShownPlane.levels(x, -1, 1), new ShownPlane(page, "x").levels());
        assertArrayEquals(ShownPlane.levels(y, -1, 1), new ShownPlane(page, "y").levels());
        assertArrayEquals(ShownPlane.levels(z, -1, 1), new ShownPlane(page, "z").levels());
        requireQuiet(page);
    }

    @Test
    void coloursAreShownAsTheyAre() throws IOException {
        BrowserPage page = page("scan");
        page.choose("#array", "point:photo");
        ShownPlane z = new ShownPlane(page, "z");
        z.waitFor("photo", 3, 0);
        JsonNode pixels = page.evaluate("[...document.querySelector('" + z.selector("canvas")
                + "').getContext('2d').getImageData(0, 0, 7, 5).data].filter((_, i) => i % 4 < 3)");
        for (int i = 0; i < 7 * 5 * 3; i++) {
            // The first row of pixels is that of y 0, as the spacing is negative.
            JsonNode tuple =
                    expected.get("scan").get("photo").get(3).get(i / 21).get(i / 3 % 7);
            assertEquals(tuple.get(i % 3), pixels.get(i));
        }
        assertEquals("true colour", page.textOf(z.selector(".note")));
        requireQuiet(page);
    }

    @Test
    void theValueUnderThePointerIsTheFiles() throws IOException {
        BrowserPage page = page("scan");
        page.choose("#array", "point:density");
        ShownPlane z = new ShownPlane(page, "z");
        z.waitFor("density", 3, 0);
        // The second column, and the uppermost row, which is that of y 0: x 1.5, y 2, z 9.
        page.pointAt(z.picture(), 1.5 / 7, 0.1);
        page.waitForText("#under", "(1, 0, 3) at x 1.5, y 2, z 9: " + floatText(at("scan", "density", 1, 0, 3)));
        page.choose("#array", "cell:kind");
        z.waitFor("kind", 3, 0);
        page.pointAt(z.picture(), 5.5 / 6, 0.9);
        page.waitForText("#under", "(5, 3, 3) at x 3.75, y -1.5, z 10: " + (int) at("scan", "kind", 5, 3, 3));
        page.choose("#array", "point:velocity");
        z.waitFor("velocity", 3, 0);
        JsonNode tuple = expected.get("scan").get("velocity").get(3).get(2).get(3);
        page.waitForText(
                "#point", "(3, 2, 3) at x 2.5, y 0, z 9: " + tuple.get(0) + ", " + tuple.get(1) + ", " + tuple.get(2));
        requireQuiet(page);
    }

    private static String floatText(double value) {
        return Float.toString((float) value);
    }

    @Test
    void clicksKeysAndSlidersMoveThePoint() throws IOException {
        BrowserPage page = page("scan");
        page.choose("#array", "point:density");
        ShownPlane x = new ShownPlane(page, "x");
        ShownPlane y = new ShownPlane(page, "y");
        ShownPlane z = new ShownPlane(page, "z");
        z.waitFor("density", 3, 0);
        page.click(y.picture(), 0.5 / 7, 0.5 / 6);
        x.waitFor("density", 0, 0);
        z.waitFor("density", 5, 0);
        // The click has given it the focus.
        page.press("ArrowRight", RIGHT);
        x.waitFor("density", 1, 0);
        page.press("PageUp", PAGE_UP);
        y.waitFor("density", 3, 0);
        page.press("Home", HOME);
        y.waitFor("density", 0, 0);
        page.press("End", END);
        y.waitFor("density", 4, 0);
        page.press("PageDown", PAGE_DOWN);
        y.waitFor("density", 3, 0);
        page.focus(z.picture());
        // Upwards is against the index of y, whose spacing is negative.
        page.press("ArrowUp", UP);
        y.waitFor("density", 2, 0);
        page.press("ArrowLeft", LEFT);
        x.waitFor("density", 0, 0);
        page.focus(z.selector(".index"));
        page.press("ArrowLeft", LEFT);
        z.waitFor("density", 4, 0);
        page.choose(z.selector(".index-number"), "1");
        z.waitFor("density", 1, 0);
        assertEquals(1, z.index());
        page.waitForText("#point", "(0, 2, 1) at x 1, y 0, z 5: " + floatText(at("scan", "density", 0, 2, 1)));
        requireQuiet(page);
    }

    @Test
    void namesAreTextAndWhatCannotBeReadIsNamed() throws IOException {
        BrowserPage page = page("scan");
        page.choose("#array", "point:<img src=x onerror=alert(1)>");
        new ShownPlane(page, "z").waitFor("<img src=x onerror=alert(1)>", 3, 0);
        assertEquals(0, page.evaluate("document.querySelectorAll('img').length").asInt());
        assertTrue(page.evaluate("document.querySelector('#array option[value=\"point:waves\"]').disabled")
                .asBoolean());
        assertTrue(page.textOf("#notes").contains("/VTKHDF/PointData/waves: found elements of 16 bytes"));
        requireQuiet(page);
    }

    @Test
    void stepsAreChosen() throws IOException {
        BrowserPage page = page("series");
        ShownPlane z = new ShownPlane(page, "z");
        z.waitFor("p", 1, 0);
        page.focus("#step");
        page.press("End", END);
        z.waitFor("p", 1, 3);
        page.waitForText("#time", "time 0.75");
        page.waitForText(
                "#point",
                "(2, 2, 1) at x 2, y 2, z 1: "
                        + expected.get("series")
                                .get("p")
                                .get(3)
                                .get(1)
                                .get(2)
                                .get(2)
                                .asDouble());
        requireQuiet(page);
    }

    @Test
    void aBrokenChunkIsToldAndTheRestGoesOn() throws IOException {
        BrowserPage page = page("corrupt");
        ShownPlane z = new ShownPlane(page, "z");
        z.waitFor("data", 2, 0);
        page.choose(z.selector(".index-number"), "1");
        page.waitForText(z.selector(".error"), file("corrupt") + ": ");
        assertFalse(page.textOf(z.selector(".error")).contains("\n"));
        String visibility = "getComputedStyle(document.querySelector('" + z.selector("canvas") + "')).visibility";
        assertEquals("hidden", page.evaluate(visibility).asText());
        page.choose(z.selector(".index-number"), "3");
        z.waitFor("data", 3, 0);
        assertEquals("visible", page.evaluate(visibility).asText());
        assertEquals("", page.textOf(z.selector(".error")));
        page.waitForText("#point", ": " + (int) at("corrupt", "data", 16, 16, 3));
        requireQuiet(page);
    }

    /** The file system has one slice of it, and Java 64 MB. */
    @Test
    void nineGigabytesOpenAtOnce() throws IOException {
        BrowserPage page = page("large");
        ShownPlane z = new ShownPlane(page, "z");
        z.waitFor("data", 326, 0);
        page.choose("#map", "grey");
        page.waitForText("#point", "(600, 750, 326) at x 0.6, y 1.5, z 0.163: 1350.0");
        // A slider that is dragged: nobody wants what lies between.
        for (int k = 300; k < 326; k++) {
            page.evaluate("(() => { const s = document.querySelector('" + z.selector(".index") + "'); s.value = " + k
                    + "; s.dispatchEvent(new Event('input', {bubbles: true})); })()");
        }
        z.waitFor("data", 325, 0);
        page.choose(z.selector(".index-number"), "326");
        z.waitFor("data", 326, 0);
        page.waitFor("document.querySelector('" + z.selector(".high") + "').textContent === '2699'");
        requireQuiet(page);
    }

    @Test
    void aFileThatIsGoneIsToldAndComesBack() throws IOException {
        Path file = Files.copy(file("scan"), files.resolve("moved.vtkhdf"));
        Path away = files.resolve("away.vtkhdf");
        BrowserPage page = page(RunningView.of(file));
        new ShownPlane(page, "z").waitFor("<img src=x onerror=alert(1)>", 3, 0);
        Files.move(file, away);
        page.waitForText("#error", file + ": no such file or directory");
        Files.copy(file("series"), file);
        new ShownPlane(page, "z").waitFor("p", 2, 0);
        page.waitFor("document.querySelector('#error').textContent === ''");
        requireQuiet(page);
    }

    @Test
    void aFileThatIsBeingWrittenIsFollowed() throws IOException {
        Path file = files.resolve("run.vtkhdf");
        WriteOptions options = WriteOptions.defaults().withCommits(Commits.onDemand());
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(3, 2, 4), options)) {
            ArrayWriter array = writer.createPointArray("p", ScalarType.FLOAT64);
            array.writeSlice(0, new double[] {1, 2, 3, 4, 5, 6});
            writer.commit();
            BrowserPage page = page(RunningView.of(files.resolve("run.vtkhdf.part")));
            page.waitForText("#unfinished", "1 of 4 slices");
            page.choose("#plane-z .index-number", "1");
            page.waitForText("#point", "(1, 1, 1) at x 1, y 1, z 1: NaN");
            array.writeSlice(1, new double[] {7, 8, 9, 10, 11, 12});
            writer.commit();
            page.waitForText("#point", "(1, 1, 1) at x 1, y 1, z 1: 11.0");
            page.waitForText("#unfinished", "2 of 4 slices");
            array.writeSlice(2, new double[6]);
            array.writeSlice(3, new double[6]);
            writer.finish();
            page.waitFor("document.querySelector('#unfinished').textContent === ''");
            assertEquals(file.toString(), page.textOf("#file"));
            requireQuiet(page);
        }
    }

    @Test
    void anotherOriginGetsNothingThoughItKnowsTheToken() throws IOException {
        view = shared("scan");
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] html = "<!DOCTYPE html><title>other</title>".getBytes(StandardCharsets.UTF_8);
        other.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
        });
        other.start();
        try {
            BrowserPage page = newPage();
            page.open("http://127.0.0.1:" + other.getAddress().getPort() + "/");
            String address = BrowserPage.quoted(view.origin() + "/api/image?step=0&token=" + view.token());
            assertEquals(
                    "TypeError",
                    page.text("fetch(" + address + ").then(reply => reply.text(), failure => failure.name)"));
            // Without asking for leave, and without seeing the answer: it is not given either.
            page.evaluate(
                    "fetch(" + address + ", {mode: 'no-cors'}).then(reply => reply.type, failure => failure.name)");
            assertEquals(
                    2, page.statuses().stream().filter(status -> status == 403).count());
            assertEquals(
                    "refused",
                    page.text("new Promise(done => { const s = document.createElement('script'); s.src = "
                            + BrowserPage.quoted(view.origin() + "/view.js?token=" + view.token())
                            + "; s.onload = () => done('run'); s.onerror = () => done('refused');"
                            + " document.head.append(s); })"));
            // But a link leads to the page.
            page.evaluate("location.href = " + BrowserPage.quoted(view.address()));
            page.waitFor("document.querySelector('#point')?.textContent.startsWith('Point')");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void withoutTheTokenThereIsNothing() throws IOException {
        view = shared("scan");
        BrowserPage page = newPage();
        page.open(view.origin() + "/");
        assertTrue(page.text("document.body.innerText").startsWith("vtkhdf: found no token"));
        page.open(view.origin() + "/?token=" + view.token().replace(view.token().charAt(3), '-'));
        assertTrue(page.text("document.body.innerText").startsWith("vtkhdf: found no token"));
        // By another name of this machine, which is not of it alone.
        page.open(view.address().replace("127.0.0.1", "view.localhost"));
        assertTrue(page.text("document.body.innerText").startsWith("vtkhdf: found host view.localhost"));
        page.open(view.address().replace("127.0.0.1", "localhost"));
        page.waitForText("#point", "Point");
    }

    @Test
    void theEndIsToldOnBothSides() throws IOException, InterruptedException {
        BrowserPage page = page(RunningView.of(file("scan")));
        assertEquals(130, view.interrupt());
        page.waitForText("#error", "vtkhdf view gives no answer: it has ended");
    }

    @Test
    void everybodyCanUseIt() throws IOException {
        BrowserPage page = page("series");
        assertEquals(List.of(), page.namelessControls());
        assertEquals("polite", page.text("document.querySelector('#point').ariaLive"));
        for (String scheme : List.of("light", "dark")) {
            page.prefers(scheme);
            assertEquals("[]", page.evaluate(FAINT).toString(), scheme);
        }
        page.focus("#plane-z .picture");
        page.press("Tab", 9);
        assertTrue(page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth) >= 2")
                .asBoolean());
        page.size(320, 640);
        page.waitFor("window.innerWidth <= 320");
        assertEquals(320, page.evaluate("document.documentElement.scrollWidth").asInt());
        requireQuiet(page);
    }

    /** The texts whose contrast with the paper is less than 4.5 to 1 (WCAG 2.2, 1.4.3). */
    private static final String FAINT = """
            (() => {
              const light = (colour) => {
                const [r, g, b] = colour.match(/[0-9.]+/g).map(Number).map((part) => part / 255)
                  .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const paper = light(getComputedStyle(document.body).backgroundColor);
              return [...document.querySelectorAll("h1, p, dt, dd, label, figcaption, summary, output, .note, .error, .last")]
                .filter((one) => {
                  const ink = light(getComputedStyle(one).color);
                  return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05) < 4.5;
                })
                .map((one) => one.outerHTML);
            })()""";
}
