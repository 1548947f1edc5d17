package io.vtkhdf.compat.rules;

import io.vtkhdf.compat.Reading;
import io.vtkhdf.compat.Verdict;
import io.vtkhdf.compat.VtkRelease;
import io.vtkhdf.compat.rules.Rule.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Judges images: what each release of VTK makes of them. Thread-safe. */
public final class Compatibility {

    private final VtkRelease release;
    private final StoredImage image;
    private final List<Outcome> outcomes = new ArrayList<>();

    private Compatibility(VtkRelease release, StoredImage image) {
        this.release = release;
        this.image = image;
    }

    /** What each release makes of an image, oldest first. */
    public static List<Reading> of(StoredImage image) {
        return Arrays.stream(VtkRelease.values())
                .map(release -> of(release, image))
                .toList();
    }

    /** What a release makes of an image. */
    public static Reading of(VtkRelease release, StoredImage image) {
        return new Compatibility(release, image).reading();
    }

    private Reading reading() {
        judge(HeaderRules.ALL, image);
        if (!image.extent().isEmpty()) {
            judgeArrays();
        }
        return new Reading(
                release,
                verdict(),
                outcomes.stream().map(Outcome::reason).distinct().toList());
    }

    private void judgeArrays() {
        for (StoredArray.Group group : StoredArray.Group.values()) {
            judge(image.arrays().stream()
                    .filter(array -> array.group() == group)
                    .toList());
        }
    }

    /** The reader lists a group before it reads it, and what it cannot open ends the list. */
    private void judge(List<StoredArray> arrays) {
        for (int i = 0; i < arrays.size(); i++) {
            StoredArray array = arrays.get(i);
            if (array.content() == StoredArray.Content.NOTHING || array.content() == StoredArray.Content.OF_HDF5_2) {
                judgeUnopened(array, arrays.size() - i - 1);
                return;
            }
            ArrayCase subject = new ArrayCase(release, image, array);
            judge(subject.isField() ? FieldRules.ALL : ArrayRules.ALL, subject);
        }
    }

    private void judgeUnopened(StoredArray array, int after) {
        if (array.content() == StoredArray.Content.OF_HDF5_2) {
            String rest = after == 0 ? "" : ", and so all arrays after it";
            outcomes.add(new Outcome(
                    Verdict.WRONG,
                    array.path() + " is stored in a way that came with HDF5 2.0: VTK leaves it out" + rest));
        } else if (after > 0) {
            outcomes.add(new Outcome(
                    Verdict.WRONG,
                    array.path() + " is a link that leads nowhere: VTK sees none of the arrays after it"));
        }
    }

    /** The first rule that a subject breaks ends its reading. */
    private <T> void judge(List<Rule<T>> rules, T subject) {
        for (Rule<T> rule : rules) {
            Optional<Outcome> outcome = rule.judge(release, subject);
            if (outcome.isPresent()) {
                outcomes.add(outcome.get());
                return;
            }
        }
    }

    /** Whatever ends the reading first decides. */
    private Verdict verdict() {
        return outcomes.stream()
                .map(Outcome::verdict)
                .filter(verdict -> verdict != Verdict.WRONG)
                .findFirst()
                .orElse(outcomes.isEmpty() ? Verdict.READ : Verdict.WRONG);
    }
}
