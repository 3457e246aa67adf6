import type { CartLineId } from "../../../domain/checkout/ids.js";
import type { Ids } from "../../shared/ids.js";

export type NextLineId = () => CartLineId;

/**
 * Ids for new lines: first those of an earlier run of the same change, so that what was asked about
 * its lines is asked about these ones.
 */
export const lineIds = (ids: Ids, earlier: readonly CartLineId[] = []) => {
  const used: CartLineId[] = [];
  const next: NextLineId = () => {
    const id = earlier[used.length] ?? ids.next("cartline");
    used.push(id);
    return id;
  };
  return { next, used: used as readonly CartLineId[] };
};
