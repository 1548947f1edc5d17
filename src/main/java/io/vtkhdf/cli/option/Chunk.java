package io.vtkhdf.cli.option;

import io.vtkhdf.write.ChunkShape;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Parses {@code slice}, {@code brick} and {@code Z,Y,X}; {@code auto} becomes null: what the storage would choose. */
final class Chunk implements ITypeConverter<ChunkShape>, Iterable<String> {

    private static final Pattern SHAPE = Pattern.compile("([1-9][0-9]{0,8}),([1-9][0-9]{0,8}),([1-9][0-9]{0,8})");

    /** The option {@code --chunk}. */
    static Arg<ChunkShape> option(String description) {
        return Arg.of(
                ChunkShape.class,
                OptionSpec.builder("--chunk")
                        .paramLabel("SHAPE")
                        .converters(new Chunk())
                        .description(description));
    }

    @Override
    public ChunkShape convert(String text) {
        return switch (text) {
            case "auto" -> null;
            case "slice" -> ChunkShape.slice();
            case "brick" -> ChunkShape.brick();
            default -> explicit(text);
        };
    }

    @Override
    public Iterator<String> iterator() {
        return List.of("auto", "slice", "brick").iterator();
    }

    private static ChunkShape explicit(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw new TypeConversionException("found '" + text + "', expected auto, slice, brick or Z,Y,X");
        }
        return ChunkShape.of(
                Integer.parseInt(shape.group(3)), Integer.parseInt(shape.group(2)), Integer.parseInt(shape.group(1)));
    }
}
