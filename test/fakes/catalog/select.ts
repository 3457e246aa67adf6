import type { Selected } from "../../../src/application/catalog/ports/audience.js";

/** The requested fields of a view, and its id. */
export const select = <View extends { readonly id: string }>(
  view: View,
  fields: ReadonlySet<PropertyKey>,
): Selected<View> =>
  Object.fromEntries(
    Object.entries(view).filter(([name]) => name === "id" || fields.has(name)),
  ) as Selected<View>;
