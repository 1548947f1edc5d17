/** The commands by which many processes write one image: a plan, its slabs, and the end. */
package io.vtkhdf.cli.plan;
