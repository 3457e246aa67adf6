import { overlapInTime } from "./validity.js";
import { windowOf, type AimedPriceList } from "./aimed-price-list.js";
import { PriceListsOverlap } from "./price-lists-overlap.js";

type Rival = Omit<AimedPriceList, "isReady">;

/**
 * Checks that no other list of the same rank is valid at the same time: nobody could tell which of
 * them a buyer gets.
 * @throws PriceListsOverlap
 */
export const checkNoRival = (list: Rival, others: readonly Rival[]): void => {
  const rival = others.find(
    (other) =>
      other.id !== list.id &&
      haveOneRank(other, list) &&
      overlapInTime(windowOf(other), windowOf(list)),
  );
  if (rival) throw new PriceListsOverlap(rival.key, windowOf(rival));
};

/** Whether one buyer could get both lists, and neither before the other. */
const haveOneRank = (a: Rival, b: Rival): boolean => {
  if (a.currency !== b.currency || a.customerGroup !== b.customerGroup) return false;
  // A list for nobody in particular applies where a market names it, and a market names one.
  if (a.customerGroup === null) return a.market !== null && a.market === b.market;
  return a.market === b.market || a.market === null || b.market === null;
};
