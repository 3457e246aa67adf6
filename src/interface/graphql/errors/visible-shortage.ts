import { visibleStock } from "../../../domain/shared/visible-stock.js";

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
export const visibleShortage = (
  { message, available }: Shortage,
  most: number,
): Omit<Shortage, "available"> & { readonly available: number | null } => {
  const visible = visibleStock(available, most);
  return {
    available: visible,
    message: visible === available ? message : "There are fewer than you asked for. Choose fewer.",
  };
};
