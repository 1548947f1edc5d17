/**
 * Intel's ISA-L, which deflates and inflates at a multiple of zlib's speed, for the module {@code io.vtkhdf}: put this
 * one on the class path, or require it, and it is used where it loads (Linux and macOS on x86-64). It needs nothing
 * else.
 *
 * <p>The native library is that of Intel's Genomics Kernel Library; none of its classes are used, so that an
 * application may have that library, too.
 */
module io.vtkhdf.isal {
    exports io.vtkhdf.isal;
}
