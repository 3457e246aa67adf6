import { shownStock } from "../../../domain/shared/shown-stock.js";

interface Shortage {
  readonly message: string;
  /** Units, not negative. */
  readonly available: number;
}

/**
 * A shortage as the caller may see it: its message has the number of units, so it is another one
 * where the number is not told.
 * @param most the most units that are told
 */
export const shownShortage = (
  { message, available }: Shortage,
  most: number,
): Omit<Shortage, "available"> & { readonly available: number | null } => {
  const shown = shownStock(available, most);
  return {
    available: shown,
    message: shown === available ? message : "There are fewer than you asked for. Choose fewer.",
  };
};
