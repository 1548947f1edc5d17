package io.vtkhdf.legacy;

import io.vtkhdf.input.InputRange;
import java.io.IOException;

/** Finds where the values of arrays stand, and passes over them. */
final class LegacyArrays {

    private final LegacyScanner scanner;
    private final LegacyEncoding encoding;
    private final LegacyNameMemory names = new LegacyNameMemory();

    LegacyArrays(LegacyScanner scanner, LegacyEncoding encoding) {
        this.scanner = scanner;
        this.encoding = encoding;
    }

    /** Reads an array whose declaration has been read. */
    LegacyArray read(LegacyDeclaration declaration) throws IOException {
        InputRange range = skip(declaration);
        return new LegacyArray(declaration, range, LegacyMetadata.read(scanner, declaration, names));
    }

    /** Whether the values can be passed over; those of an unknown type are of no known size in binary. */
    boolean canSkip(LegacyDeclaration declaration) {
        return declaration.type() != LegacyType.UNKNOWN || encoding == LegacyEncoding.ASCII;
    }

    /** Passes over values. */
    InputRange skip(LegacyDeclaration declaration) throws IOException {
        return skip(declaration, values(declaration));
    }

    private long values(LegacyDeclaration declaration) throws IOException {
        try {
            long values = declaration.values();
            Math.multiplyExact(values, (long) Long.BYTES);
            return values;
        } catch (ArithmeticException e) {
            throw tooMany(declaration);
        }
    }

    private InputRange skip(LegacyDeclaration declaration, long values) throws IOException {
        LegacyType type = declaration.type();
        if (type.isString()) {
            return LegacyStrings.skip(scanner, encoding, values);
        }
        if (values == 0) {
            return new InputRange(scanner.position(), scanner.position());
        }
        if (type == LegacyType.VARIANT) {
            return skipVariants(values);
        }
        return encoding == LegacyEncoding.ASCII
                ? skipNumbers(declaration, values)
                : skipBytes(declaration, type.binarySize(values));
    }

    private InputRange skipNumbers(LegacyDeclaration declaration, long values) throws IOException {
        if (values > scanner.left()) {
            throw tooMany(declaration);
        }
        long start = scanner.position();
        new LegacyNumberSkipper(declaration.place(scanner.file()), scanner.text(), values).skip();
        return new InputRange(start, scanner.position());
    }

    private InputRange skipBytes(LegacyDeclaration declaration, long size) throws IOException {
        scanner.endLine();
        if (size > scanner.left()) {
            throw tooMany(declaration);
        }
        long start = scanner.position();
        scanner.skip(size);
        return new InputRange(start, start + size);
    }

    /** In text and in binary, a variant is two words: the number of its type, and its value. */
    private InputRange skipVariants(long values) throws IOException {
        long start = scanner.position();
        for (long i = 0; i < values; i++) {
            scanner.word("the type of a variant");
            scanner.word("a variant");
        }
        return new InputRange(start, scanner.position());
    }

    private IOException tooMany(LegacyDeclaration declaration) {
        String found = declaration.tuples() + " tuples of " + declaration.components() + " components of type "
                + declaration.typeName();
        return declaration
                .place(scanner.file())
                .corruptAt(scanner.position(), found, "no more than fit the " + scanner.left() + " bytes left");
    }
}
