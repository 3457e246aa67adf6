/** How many objects an answer has, those inside other ones included. */
export const countObjects = (value: unknown): number => {
  if (typeof value !== "object" || value === null || value instanceof Date) return 0;
  const below = Object.values(value).reduce((sum: number, one) => sum + countObjects(one), 0);
  return Array.isArray(value) ? below : below + 1;
};
