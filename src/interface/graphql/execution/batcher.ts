import DataLoader from "dataloader";
import { RequestLife } from "../../../application/shared/request-life.js";

/** The largest number of keys in one statement; every database accepts as many. */
const MAX_KEYS = 10_000;

interface FieldRequest<Id, Field> {
  readonly ids: readonly Id[];
  readonly fields: ReadonlySet<Field>;
}

/**
 * Collects the reads of one request: what is requested in the same tick under one name is one call.
 * After the end of the request no read is begun.
 */
export class Batcher {
  readonly #loaders = new Map<string, unknown>();

  constructor(private readonly life: RequestLife = new RequestLife()) {}

  /**
   * @param name holds everything that calls must have in common to be answered together
   * @returns null where `read` has no value for the key
   */
  load<Key extends string, Value>(
    name: readonly unknown[],
    key: Key,
    read: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
  ): Promise<Value | null> {
    return this.#loader(
      JSON.stringify(name),
      () =>
        new DataLoader<Key, Value | null>(
          async (keys) => {
            this.life.ensure();
            return valuesByKey(keys, await read(keys));
          },
          { maxBatchSize: MAX_KEYS },
        ),
    ).load(key);
  }

  /**
   * One call for everything under a name, whatever fields each caller needs: the answer may hold
   * more than was requested.
   */
  loadTogether<Id extends string, Field, View>(
    name: string,
    request: FieldRequest<Id, Field>,
    read: (
      ids: readonly Id[],
      fields: ReadonlySet<Field>,
    ) => Promise<Iterable<readonly [Id, View]>>,
  ): Promise<ReadonlyMap<Id, View>> {
    return this.#loader(
      name,
      () =>
        new DataLoader<FieldRequest<Id, Field>, ReadonlyMap<Id, View>>(
          async (requests) => {
            this.life.ensure();
            const fields = new Set(requests.flatMap((one) => [...one.fields]));
            const ids = [...new Set(requests.flatMap((one) => one.ids))];
            const parts = await Promise.all(inParts(ids).map((part) => read(part, fields)));
            const found = new Map(parts.flatMap((part) => [...part]));
            return requests.map(() => found);
          },
          { cache: false },
        ),
    ).load(request);
  }

  /** Reads everything anew from now on. */
  forget(): void {
    this.#loaders.clear();
  }

  #loader<Loader>(name: string, create: () => Loader): Loader {
    const existing = this.#loaders.get(name) as Loader | undefined;
    if (existing) return existing;
    const loader = create();
    this.#loaders.set(name, loader);
    return loader;
  }
}

const valuesByKey = <Key extends string, Value>(
  keys: readonly Key[],
  found: ReadonlyMap<Key, Value>,
): (Value | null)[] => keys.map((key) => found.get(key) ?? null);

const inParts = <Id>(ids: readonly Id[]): Id[][] =>
  Array.from({ length: Math.ceil(ids.length / MAX_KEYS) }, (_, part) =>
    ids.slice(part * MAX_KEYS, (part + 1) * MAX_KEYS),
  );
