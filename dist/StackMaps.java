import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Brings classes to the format of Java 8, with the maps of types by which Java verifies them in one go: {@code StackMaps
 * FROM TO}, folders of classes. Those that were compiled for Java 5 have none; Java keeps such classes out of its archive
 * of classes if that is linked ahead of time, and verifies them slowly at each start.
 */
public final class StackMaps {

    public static void main(String[] args) throws IOException {
        Path from = Path.of(args[0]);
        Path to = Path.of(args[1]);
        List<Path> classes;
        try (Stream<Path> files = Files.walk(from)) {
            classes = files.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : classes) {
            Path output = to.resolve(from.relativize(file));
            Files.createDirectories(output.getParent());
            Files.write(output, withStackMaps(Files.readAllBytes(file)));
        }
    }

    private static byte[] withStackMaps(byte[] bytes) {
        // What it needs to know of classes it takes from the class path.
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        ClassVisitor version = new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visit(int old, int access, String name, String signature, String parent, String[] interfaces) {
                super.visit(Opcodes.V1_8, access, name, signature, parent, interfaces);
            }
        };
        new ClassReader(bytes).accept(version, ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }
}
