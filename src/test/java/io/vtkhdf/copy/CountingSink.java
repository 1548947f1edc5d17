package io.vtkhdf.copy;

import io.vtkhdf.image.ArraySpec;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A sink that does something as soon as it has so many slices, be they from an earlier run. */
final class CountingSink implements ImageSink {

    private final ImageSink sink;
    private final int enough;
    private final Runnable then;
    private final Set<List<Object>> there = new HashSet<>();

    private CountingSink(ImageSink sink, int enough, Runnable then) {
        this.sink = sink;
        this.enough = enough;
        this.then = then;
    }

    /** A target whose sink is one. */
    static ImageTarget target(ImageTarget target, int enough, Runnable then) {
        return (ImageTarget) Proxy.newProxyInstance(
                CountingSink.class.getClassLoader(), new Class<?>[] {ImageTarget.class}, (proxy, method, args) -> {
                    Object result = method.getName().equals("begin")
                            ? InvocationHandler.invokeDefault(proxy, method, args) // Which calls create.
                            : invoke(target, method, args);
                    return result instanceof ImageSink sink ? new CountingSink(sink, enough, then) : result;
                });
    }

    private static Object invoke(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public void write(ArraySpec array, int firstSlice, int slices, ByteBuffer values) throws IOException {
        sink.write(array, firstSlice, slices, values);
        count(array, firstSlice, slices);
    }

    @Override
    public boolean has(ArraySpec array, int firstSlice, int slices) throws IOException {
        boolean has = sink.has(array, firstSlice, slices);
        if (has) {
            count(array, firstSlice, slices);
        }
        return has;
    }

    private void count(ArraySpec array, int firstSlice, int slices) {
        int before = there.size();
        for (int slice = firstSlice; slice < firstSlice + slices; slice++) {
            there.add(List.of(array, slice));
        }
        if (before < enough && there.size() >= enough) {
            then.run();
        }
    }

    @Override
    public void finish() throws IOException {
        sink.finish();
    }

    @Override
    public void abort() {
        sink.abort();
    }

    @Override
    public void close() throws IOException {
        sink.close();
    }
}
