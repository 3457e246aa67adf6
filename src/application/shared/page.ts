import { DomainError } from "../../domain/shared/domain-error.js";

export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;

/** The arguments of a Relay connection as they came in. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** One page that is asked for: `size` items forwards from `after`, or backwards from `before`. */
export interface PageRequest {
  readonly size: number;
  readonly direction: "forward" | "backward";
  readonly after: string | null;
  readonly before: string | null;
}

/** An item with its place in a list. The cursor is written when somebody asks for it: most lists are shown without. */
export class Placed<Item, Place = unknown> {
  constructor(
    readonly item: Item,
    private readonly place: Place,
    private readonly written: (place: Place) => string,
  ) {}

  get cursor(): string {
    return this.written(this.place);
  }
}

/** A slice of a list. Cursors are opaque and belong to the sort order that made them. */
export interface Page<Item> {
  readonly items: readonly { readonly cursor: string; readonly item: Item }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** A page with other items in the same places; where there is none the place is left out. */
export const mapPage = <From, To>(
  page: Page<From>,
  toItem: (item: From, at: number) => To | undefined,
): Page<To> => ({
  ...page,
  items: page.items.flatMap((placed, at) => {
    const item = toItem(placed.item, at);
    return item === undefined ? [] : [new Placed(item, placed, cursorOf)];
  }),
});

const cursorOf = ({ cursor }: { readonly cursor: string }): string => cursor;

/** Whether a list has more on either side of a page. @param goesOn whether there was more than the page in its direction */
export const pageEnds = (
  { direction, after, before }: Pick<PageRequest, "direction" | "after" | "before">,
  goesOn: boolean,
): Pick<Page<unknown>, "hasNextPage" | "hasPreviousPage"> =>
  direction === "forward"
    ? { hasNextPage: goesOn, hasPreviousPage: after !== null }
    : { hasNextPage: before !== null, hasPreviousPage: goesOn };

export class InvalidPage extends DomainError {
  readonly code = "INVALID_PAGE";
}

export class InvalidCursor extends DomainError {
  readonly code = "INVALID_CURSOR";

  constructor() {
    super("The cursor does not belong to this list and sort order: ask for the first page again.");
  }
}

/** @throws InvalidPage */
export const pageRequest = ({ first, after, last, before }: PageArguments): PageRequest => {
  if (first != null && last != null) throw new InvalidPage("Give either first or last, not both.");
  const size = first ?? last ?? DEFAULT_PAGE_SIZE;
  if (!Number.isSafeInteger(size) || size < 1 || size > MAX_PAGE_SIZE)
    throw new InvalidPage(
      `A page has 1 to ${MAX_PAGE_SIZE} items, not ${size}: give first or last a number in between.`,
    );
  return {
    size,
    direction: last != null ? "backward" : "forward",
    after: after ?? null,
    before: before ?? null,
  };
};
