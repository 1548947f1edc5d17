package io.vtkhdf.hdf5.virtual;

import java.util.Optional;

/**
 * Which elements of a dataset stand where in a virtual one: as many in the one as in the other, in their order.
 *
 * @param file the name of that dataset's file; {@code .} for the file that the virtual dataset is in
 * @param dataset its path in there
 * @param source what is taken of it; empty for all of it, whatever its shape
 * @param target what they are in the virtual dataset
 */
public record Mapping(String file, String dataset, Optional<Selection> source, Selection target) {

    public static final String SAME_FILE = ".";

    private static final String NUMBER = "%b";
    private static final String PERCENT = "%%";

    /** Whether it stands for any number of datasets, one a block, with the block's number in their names. */
    public boolean isNumbered() {
        return target.unlimitedAxis() >= 0 && sourceAxis() < 0;
    }

    /** The axis along which the source goes on for ever; -1 if there is none. */
    public int sourceAxis() {
        return source.map(Selection::unlimitedAxis).orElse(-1);
    }

    /** Whether the names have a place for a number. */
    boolean hasPlaceOfNumber() {
        return has(file) || has(dataset);
    }

    private static boolean has(String name) {
        return name.replace(PERCENT, "").contains(NUMBER);
    }

    /** The same of one that is not numbered, with its names as they are meant: there, too, {@code %%} is {@code %}. */
    Mapping plain() {
        return file.contains(PERCENT) || dataset.contains(PERCENT)
                ? new Mapping(file.replace(PERCENT, "%"), dataset.replace(PERCENT, "%"), source, target)
                : this;
    }

    /**
     * One of the mappings that a {@linkplain #isNumbered() numbered} one stands for.
     *
     * @throws io.vtkhdf.hdf5.Malformed if it reaches too far
     */
    public Mapping numbered(long number) {
        GridSelection all = (GridSelection) target;
        int axis = all.unlimitedAxis();
        GridSelection one = all.with(axis, all.axis(axis).blockNumbered(number));
        return new Mapping(name(file, number), name(dataset, number), source, one);
    }

    /** How many of the mappings that a {@linkplain #isNumbered() numbered} one stands for begin below an index. */
    public long blocksBelow(long index) {
        return ((GridSelection) target).axis(target.unlimitedAxis()).blocksBelow(index);
    }

    /**
     * The same with so many indices along the axes that go on for ever.
     *
     * @throws io.vtkhdf.hdf5.Malformed if the last one is too far
     */
    public Mapping first(long count) {
        return new Mapping(file, dataset, source.map(of -> first(of, count)), first(target, count));
    }

    private static Selection first(Selection of, long count) {
        int axis = of.unlimitedAxis();
        GridSelection grid = (GridSelection) of;
        return grid.with(axis, grid.axis(axis).first(count));
    }

    private static String name(String pattern, long number) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.startsWith(NUMBER, i)) {
                name.append(number);
                i++;
            } else {
                name.append(pattern.charAt(i));
                i += pattern.startsWith(PERCENT, i) ? 1 : 0;
            }
        }
        return name.toString();
    }
}
