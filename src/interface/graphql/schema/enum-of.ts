/** Names as the object that registers a GraphQL enum. */
export const enumOf = <Name extends string>(
  names: readonly Name[],
): { readonly [Key in Name]: Key } =>
  Object.fromEntries(names.map((name) => [name, name])) as { readonly [Key in Name]: Key };
