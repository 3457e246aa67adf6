import DataLoader from "dataloader";

// One statement holds at most this many keys, which every database takes.
export const MOST_KEYS = 10_000;

/** Gives the loader of a name, which says everything that calls must have in common to be answered together. */
export type Batcher = <Id extends string, Answer>(
  name: readonly unknown[],
  answer: (ids: readonly Id[]) => Promise<ReadonlyMap<Id, Answer>>,
) => DataLoader<Id, Answer | null>;

/** New for each request: what is asked in the same tick under one name costs one call. */
export const batcher = (): Batcher => {
  const loaders = new Map<string, unknown>();
  return <Id extends string, Answer>(
    name: readonly unknown[],
    answer: (ids: readonly Id[]) => Promise<ReadonlyMap<Id, Answer>>,
  ) => {
    const key = JSON.stringify(name);
    const known = loaders.get(key) as DataLoader<Id, Answer | null> | undefined;
    if (known) return known;
    const loader = new DataLoader<Id, Answer | null>(
      async (ids) => inOrder(ids, await answer(ids)),
      { maxBatchSize: MOST_KEYS },
    );
    loaders.set(key, loader);
    return loader;
  };
};

const inOrder = <Id extends string, Answer>(
  ids: readonly Id[],
  found: ReadonlyMap<Id, Answer>,
): (Answer | null)[] => ids.map((id) => found.get(id) ?? null);
