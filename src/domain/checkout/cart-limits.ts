export const CART_LIMITS = {
  lines: 500,
  /** Units of one line. */
  quantity: 1_000_000,
  /** Of all attributes of a cart and its lines together, keys included. */
  attributeCharacters: 50_000,
  /** Characters of a note. */
  note: 2_000,
} as const;
