/**
 * Images, and time series of them, that many processes write together: {@link io.vtkhdf.plan.SlabPlan} is made once,
 * opened for a slab by each worker, and finished from the receipts of all. No engine is in it: whatever starts the
 * workers, an array job, Spark or a shell, only carries the plan to them and their receipts back, both a few hundred
 * bytes, as Java objects or JSON.
 */
package io.vtkhdf.plan;
