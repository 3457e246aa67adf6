import { DomainError } from "../../domain/shared/domain-error.js";

export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;

/** The arguments of a Relay connection, as received. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** The page to read: `size` items forward from `after`, or backward from `before`. */
export interface PageRequest {
  readonly size: number;
  readonly direction: "forward" | "backward";
  readonly after: string | null;
  readonly before: string | null;
}

/** An item of a page. Its cursor is made on demand, because most requests need none. */
export class PageItem<Item, Position = unknown> {
  constructor(
    readonly item: Item,
    private readonly position: Position,
    private readonly toCursor: (position: Position) => string,
  ) {}

  get cursor(): string {
    return this.toCursor(this.position);
  }
}

/** A part of a list. Cursors are opaque and belong to one sort order. */
export interface Page<Item> {
  readonly items: readonly { readonly cursor: string; readonly item: Item }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** A page with other items and the same cursors. Items that are undefined are left out. */
export const mapPage = <From, To>(
  page: Page<From>,
  toItem: (item: From, index: number) => To | undefined,
): Page<To> => ({
  ...page,
  items: page.items.flatMap((entry, index) => {
    const item = toItem(entry.item, index);
    return item === undefined ? [] : [new PageItem(item, entry, cursorOf)];
  }),
});

const cursorOf = ({ cursor }: { readonly cursor: string }): string => cursor;

/**
 * Whether a list has more items before and after a page.
 * @param hasMore whether there are more in its direction
 */
export const pageEnds = (
  { direction, after, before }: Pick<PageRequest, "direction" | "after" | "before">,
  hasMore: boolean,
): Pick<Page<unknown>, "hasNextPage" | "hasPreviousPage"> =>
  direction === "forward"
    ? { hasNextPage: hasMore, hasPreviousPage: after !== null }
    : { hasNextPage: before !== null, hasPreviousPage: hasMore };

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
      `A page has 1 to ${MAX_PAGE_SIZE} items, not ${size}: change first or last.`,
    );
  return {
    size,
    direction: last != null ? "backward" : "forward",
    after: after ?? null,
    before: before ?? null,
  };
};

/** Reads a whole list page by page. @param size of a page */
export async function* allPages<Item>(
  size: number,
  read: (page: PageRequest) => Promise<Page<Item>>,
): AsyncGenerator<readonly Item[]> {
  let after: string | null = null;
  do {
    const page: Page<Item> = await read({ size, direction: "forward", after, before: null });
    yield page.items.map(({ item }) => item);
    after = page.hasNextPage ? (page.items.at(-1)?.cursor ?? null) : null;
  } while (after !== null);
}
