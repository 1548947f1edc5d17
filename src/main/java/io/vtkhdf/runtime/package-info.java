/** What all share of the virtual machine: how much memory is fair, and the threads that work beside the caller. */
package io.vtkhdf.runtime;
