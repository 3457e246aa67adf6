const UNITS = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1_000],
] as const;

/** A time span in its largest unit: `3 d`, `12 min`. */
export const spanText = (milliseconds: number): string => {
  const [unit, size] = UNITS.find(([, size]) => milliseconds >= size) ?? ["s", 1_000];
  return `${Math.max(0, Math.floor(milliseconds / size))} ${unit}`;
};
