/**
 * Images written by Apache Spark: {@link io.vtkhdf.spark.VtkhdfSpark} writes what executors compute, or what an RDD
 * holds, {@link io.vtkhdf.spark.ConvertJob} is a ready job that converts files.
 */
package io.vtkhdf.spark;
