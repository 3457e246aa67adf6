/** All files of an embedded store. */
export const storeFiles = (file: string): readonly string[] => [
  file,
  ...["-wal", "-shm", "-journal", ".migration-lock"].map((ending) => file + ending),
];
