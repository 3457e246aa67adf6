/** The names of a domain as the object that a GraphQL enum is registered with. */
export const enumOf = <Name extends string>(
  names: readonly Name[],
): { readonly [Key in Name]: Key } =>
  Object.fromEntries(names.map((name) => [name, name])) as { readonly [Key in Name]: Key };
