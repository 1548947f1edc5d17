package io.vtkhdf;

/** One array of the point or cell data in one of VTK's roles. */
public record ActiveArray(Association association, ActiveAttribute role, String arrayName) {}
