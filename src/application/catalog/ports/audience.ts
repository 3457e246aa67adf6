import type { ShoppingContext } from "../../shared/shopping-context.js";

/**
 * Who reads: `visible` sees what the shop shows at a time, `everything` what staff see. Without a
 * shopping context: in the default market.
 */
export type Audience = (
  { readonly sees: "visible"; readonly at: Date } | { readonly sees: "everything" }
) & { readonly shoppingContext?: ShoppingContext };

/** A record with `id` and the requested fields only. */
export type Selected<View extends { readonly id: string }> = Pick<View, "id"> & Partial<View>;

export type FieldsOf<View extends { readonly id: string }> = ReadonlySet<Exclude<keyof View, "id">>;
