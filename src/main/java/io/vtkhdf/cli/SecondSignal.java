package io.vtkhdf.cli;

import java.lang.reflect.Proxy;
import java.util.Map;

/** What a signal does to a process that is ending already because of one; Java would pass it over. */
final class SecondSignal {

    /** The signals, and the exit codes that shells know them by. */
    private static final Map<String, Integer> SIGNALS = Map.of("INT", 130, "TERM", 143);

    private SecondSignal() {}

    /** From now on they end the process as it stands. */
    static void ends() {
        SIGNALS.forEach(SecondSignal::halts);
    }

    /** By reflection: the compiler warns of these classes, which Java has, but need not have. */
    private static void halts(String name, int exitCode) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object halt =
                    Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, (self, method, args) -> {
                        Runtime.getRuntime().halt(exitCode);
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), halt);
        } catch (ReflectiveOperationException e) {
            // Then the first signal has to do.
        }
    }
}
