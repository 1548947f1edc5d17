/**
 * Images, and time series of them, that many processes write together: {@link io.vtkhdf.plan.SlabPlan} is made once,
 * opened for a slab by each worker, and finished from the receipts of all. No engine is in it: whatever starts the
 * workers, an array job, Spark or a shell, only carries the plan to them and their receipts back, both a few hundred
 * bytes, as Java objects or JSON.
 *
 * <pre>{@code
 * ImageGeometry geometry = ImageGeometry.of(50, 7, 30);
 * SlabPlan plan = SlabPlan.create(
 *         Path.of("wide.vtkhdf"), geometry, List.of(ArraySpec.point("data", ScalarType.FLOAT64)), PlanOptions.ofSlabs(3));
 * List<SlabReceipt> receipts = new ArrayList<>();
 * for (int i = 0; i < plan.slabs(); i++) { // each by a worker of its own, somewhere
 *     try (SlabWriter slab = plan.open(i)) {
 *         SlabArray data = slab.array(Association.POINT, "data");
 *         Slab own = data.slices().orElseThrow(); // a cell array may have none
 *         for (int k = own.first(); k < own.first() + own.count(); k++) {
 *             data.writeSlice(k, slice(k)); // k counts the slices of the whole image
 *         }
 *         receipts.add(slab.finish());
 *     }
 * }
 * plan.finish(receipts); // only now does wide.vtkhdf appear
 * }</pre>
 */
package io.vtkhdf.plan;
