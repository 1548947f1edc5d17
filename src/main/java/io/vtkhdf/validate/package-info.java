/**
 * Judges VTKHDF images: {@link io.vtkhdf.validate.ImageValidator} tells what breaks a file, and which releases of VTK
 * and ParaView read it.
 */
package io.vtkhdf.validate;
