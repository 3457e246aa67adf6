/** The folder in which tests put their temporary files: in memory, unless TMPDIR names a place or there is little room. */
export const scratchPlace: () => string;
