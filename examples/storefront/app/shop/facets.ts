import type { FacetKind, SearchSort } from "../gql/graphql";

/** Facets with a box for each value, and the name under which the package puts them into addresses. */
const BOXES: Partial<Record<FacetKind, string>> = {
  PRODUCT_TYPE: "productTypes",
  TAG: "tags",
  VENDOR: "vendors",
};

/** The name of the boxes of a facet. Null for a facet whose values are links, because one is chosen at a time. */
export const boxName = (facet: { readonly kind: FacetKind; readonly name: string | null }) =>
  facet.kind === "OPTION" ? `options.${facet.name}` : (BOXES[facet.kind] ?? null);

/** What a form with boxes sends along, because it is chosen by links. */
export const LINKED = ["available", "onSale", "price.min", "price.max"];

export const SORTS = {
  featured: null,
  newest: { key: "CREATED", reverse: true },
  "price-up": { key: "PRICE" },
  "price-down": { key: "PRICE", reverse: true },
  title: { key: "TITLE" },
} as const satisfies Record<string, SearchSort | null>;

export type SortName = keyof typeof SORTS;

export const sortOf = (params: URLSearchParams): SortName => {
  const name = params.get("sort") ?? "";
  return name in SORTS ? (name as SortName) : "featured";
};

const PAGE = 24;
const MOST_AT_ONCE = 96;

/** How many products an address shows: one page, or as many as the buyer has asked for. */
export const countIn = (params: URLSearchParams): number => {
  const show = Number(params.get("show"));
  return Number.isInteger(show) && show > PAGE ? Math.min(show, MOST_AT_ONCE) : PAGE;
};

/** The address with more products: longer up to 96, after that the page behind them. */
export const moreOf = (params: URLSearchParams, cursor: string): URLSearchParams => {
  const next = new URLSearchParams(params);
  const shown = countIn(params);
  if (shown < MOST_AT_ONCE) next.set("show", String(shown + PAGE));
  else {
    next.delete("show");
    next.set("after", cursor);
  }
  return next;
};
