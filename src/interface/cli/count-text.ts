/** A number with its noun: `1 product`, `2 products`. */
export const countText = (count: number, one: string): string =>
  `${count} ${count === 1 ? one : `${one}s`}`;
