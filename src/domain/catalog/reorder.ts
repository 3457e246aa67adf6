import type { DomainError } from "../shared/domain-error.js";
import type { Problems } from "../shared/problems.js";
import { findByIds } from "./find-by-ids.js";

/**
 * Items in a new order: first the named ones, in the order of their ids; the others follow in their
 * previous order.
 * @param problems receives an error for each unknown id and for each id that is given twice
 */
export const reorder = <Item extends { readonly id: string }>(
  items: readonly Item[],
  ids: readonly string[],
  problems: Problems,
  pathOf: (index: string) => readonly string[],
  notFound: (id: string, path: readonly string[]) => DomainError,
): readonly Item[] => {
  const first = findByIds(items, ids, problems, pathOf, notFound).map(({ item }) => item);
  return [...first, ...items.filter((item) => !first.includes(item))];
};
