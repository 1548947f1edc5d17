/**
 * Judges VTKHDF images: {@link io.vtkhdf.validate.ImageValidator} tells what breaks a file, and which releases of VTK
 * and ParaView read it.
 *
 * <pre>{@code
 * Validation validation = ImageValidator.validate(Path.of("big.vtkhdf"));
 * List<Finding> findings = validation.findings(); // what is wrong, where; none of this file
 * boolean opens = validation.isValid() && validation.readings().stream().allMatch(Reading::isRight);
 * }</pre>
 *
 * @see <a href="https://docs.vtk.org/en/latest/vtk_file_formats/vtkhdf_file_format/index.html">VTKHDF file format</a>
 */
package io.vtkhdf.validate;
