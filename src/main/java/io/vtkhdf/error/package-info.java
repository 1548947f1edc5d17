/** What a user may want to catch by its type. */
package io.vtkhdf.error;
