import type { Selected } from "../../../src/application/catalog/ports.js";

/** The fields of a view that were asked for, and its id. */
export const select = <View extends { readonly id: string }>(
  view: View,
  fields: ReadonlySet<PropertyKey>,
): Selected<View> =>
  Object.fromEntries(
    Object.entries(view).filter(([name]) => name === "id" || fields.has(name)),
  ) as Selected<View>;
