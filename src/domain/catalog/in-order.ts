import type { DomainError, Problems } from "../shared/domain-error.js";
import { findParts } from "./find-parts.js";

/**
 * Parts of a product in a new order: those that are named come first, in the order of their names, all others keep theirs behind them.
 * @param problems take an error for each name that is unknown, and for each that is given twice
 */
export const inOrder = <Part extends { readonly id: string }>(
  parts: readonly Part[],
  ids: readonly string[],
  problems: Problems,
  placeOf: (index: string) => readonly string[],
  unknown: (id: string, place: readonly string[]) => DomainError,
): readonly Part[] => {
  const first = findParts(parts, ids, problems, placeOf, unknown).map(({ part }) => part);
  return [...first, ...parts.filter((part) => !first.includes(part))];
};
