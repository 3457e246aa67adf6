declare const kind: unique symbol;

/**
 * A string typed by what it identifies, so that a product id cannot be passed as a collection id.
 */
export type Id<Kind extends string> = string & { readonly [kind]: Kind };

/** Casts a raw string at the edge of the system: from a row, a parsed argument, a test. */
export const id = <T extends Id<string>>(raw: string): T => raw as T;
