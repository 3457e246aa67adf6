import type { Audience } from "../../../src/application/catalog/ports/audience.js";
import type { Page, PageRequest } from "../../../src/application/shared/page.js";
import { NOW } from "./catalog-content.js";

export const SHOPPER: Audience = { sees: "visible", at: NOW };
export const STAFF: Audience = { sees: "everything" };
export const NO_FIELDS = new Set<never>();

export const ALL: PageRequest = { size: 100, direction: "forward", after: null, before: null };
export const first = (size: number, after: string | null = null): PageRequest => ({
  size,
  direction: "forward",
  after,
  before: null,
});
export const last = (size: number, before: string | null = null): PageRequest => ({
  size,
  direction: "backward",
  after: null,
  before,
});

export type Identified = Page<{ readonly id: string }>;
export const EMPTY: Identified = { items: [], hasNextPage: false, hasPreviousPage: false };

/** The number that the builders put into an id. */
export const number = (id: string): number => Number(id.slice(id.lastIndexOf("_") + 4));
export const numbers = ({ items }: Identified): number[] =>
  items.map(({ item }) => number(item.id));

/** All items of a list from its beginning to its end, page by page. */
export const walkForwards = async (
  ask: (page: PageRequest) => Promise<Identified>,
  size: number,
): Promise<number[]> => {
  const seen: number[] = [];
  for (let after: string | null = null; ;) {
    const page: Identified = await ask(first(size, after));
    seen.push(...numbers(page));
    if (!page.hasNextPage) return seen;
    after = page.items.at(-1)?.cursor ?? null;
  }
};

/** All items of a list from its end to its beginning, in the order in which they are read. */
export const walkBackwards = async (
  ask: (page: PageRequest) => Promise<Identified>,
  size: number,
): Promise<number[]> => {
  const seen: number[] = [];
  for (let before: string | null = null; ;) {
    const page: Identified = await ask(last(size, before));
    seen.unshift(...numbers(page));
    if (!page.hasPreviousPage) return seen;
    before = page.items.at(0)?.cursor ?? null;
  }
};
