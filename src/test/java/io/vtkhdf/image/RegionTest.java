package io.vtkhdf.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegionTest {

    @Test
    void intersections() {
        Region region = new Region(1, 2, 3, new Dimensions(4, 5, 6));
        assertEquals(Optional.of(region), region.intersection(region));
        assertEquals(
                Optional.of(new Region(4, 6, 8, new Dimensions(1, 1, 1))),
                region.intersection(new Region(4, 6, 8, new Dimensions(9, 9, 9))));
        assertEquals(Optional.empty(), region.intersection(new Region(5, 6, 8, new Dimensions(9, 9, 9))));
        assertEquals(Optional.empty(), region.intersection(new Region(0, 2, 3, new Dimensions(1, 5, 6))));
        Region endless = new Region(2, 0, 0, new Dimensions(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE));
        assertEquals(Optional.of(new Region(2, 2, 3, new Dimensions(3, 5, 6))), endless.intersection(region));
    }

    @Test
    void slabs() {
        Dimensions array = new Dimensions(4, 3, 5);
        assertEquals(new Region(0, 0, 1, new Dimensions(4, 3, 2)), Region.slab(array, new Slab(1, 2)));
        assertEquals(new Slab(0, 5), Slab.all(array));
        assertTrue(new Slab(3, 2).isWithin(array));
        assertFalse(new Slab(4, 2).isWithin(array));
        assertFalse(new Slab(4, Integer.MAX_VALUE).isWithin(array));
        assertEquals("slices 4 to 2147483650", new Slab(4, Integer.MAX_VALUE).toString());
        assertEquals("slice 4", new Slab(4, 1).toString());
        assertThrows(IllegalArgumentException.class, () -> new Slab(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Slab(0, 0));
    }
}
