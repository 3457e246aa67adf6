/** What one context declares of a kind. */
type Declared = readonly [context: string, names: readonly string[]];

/**
 * Refuses names that are declared twice: one of the two would never be found.
 * @param kind what the names are, as in "the permission"
 * @throws Error that names both contexts
 */
export const checkUnique = (kind: string, declarations: readonly Declared[]): void => {
  const owners = new Map<string, string>();
  for (const [context, names] of declarations)
    for (const name of names) {
      const owner = owners.get(name);
      if (owner !== undefined)
        throw new Error(
          `The ${kind} "${name}" is declared twice: by ${owner} and by ${context}. Choose another name.`,
        );
      owners.set(name, context);
    }
};
