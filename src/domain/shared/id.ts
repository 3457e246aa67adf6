declare const kind: unique symbol;

/** A string that remembers what it names, so a product id can never be passed as a collection id. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind };

/** Names a raw string at the edge of the system: a row, a parsed argument, a test. */
export const id = <T extends Id<string>>(raw: string): T => raw as T;
