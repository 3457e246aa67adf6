import DataLoader from "dataloader";
import { RequestLife } from "../../../application/shared/request-life.js";
import { isBusyLong, yieldWhenLong } from "../../../application/shared/yield-when-long.js";
import { Handover } from "./handover.js";

/** How many keys one statement reads, so that neither it nor the work on its rows takes long. */
const MOST_KEYS = 1_000;

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
  readonly #handover = new Handover();
  // As DataLoader does, but not before everything is handed over that may request more: a list takes
  // as many statements in several passes of the event loop as in one.
  readonly #together = {
    batchScheduleFn: (dispatch: () => void) =>
      void Promise.resolve().then(() =>
        process.nextTick(() => this.#handover.afterwards(dispatch)),
      ),
  };

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
        new DataLoader<Key, Value | null>(async (keys) => {
          const parts = await this.#inParts(keys, read);
          return keys.map((one) => parts.find((part) => part.has(one))?.get(one) ?? null);
        }, this.#together),
    )
      .load(key)
      .then(this.#handOverOne);
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
            const fields = new Set(requests.flatMap((one) => [...one.fields]));
            const ids = [...new Set(requests.flatMap((one) => one.ids))];
            const parts = await this.#inParts(ids, (part) => read(part, fields));
            const found = new Map(parts.flatMap((part) => [...part]));
            return requests.map(() => found);
          },
          { ...this.#together, cache: false },
        ),
    )
      .load(request)
      .then((found) => this.handOver(found, request.ids.length));
  }

  /**
   * What was read, as soon as an executor may work on it.
   * @param objects how many it consists of
   */
  handOver<Value>(value: Value, objects: number): Value | Promise<Value> {
    const wait = this.#handover.wait(objects);
    return wait === null
      ? value
      : wait.then(() => {
          this.life.ensure();
          return value;
        });
  }

  readonly #handOverOne = <Value>(value: Value): Value | Promise<Value> =>
    this.handOver(value, objectsOf(value));

  async #inParts<Key, Found>(
    keys: readonly Key[],
    read: (part: readonly Key[]) => Promise<Found>,
  ): Promise<readonly Found[]> {
    const parts: Found[] = [];
    for (let start = 0; start < keys.length; start += MOST_KEYS) {
      this.life.ensure();
      parts.push(
        await read(keys.length <= MOST_KEYS ? keys : keys.slice(start, start + MOST_KEYS)),
      );
      if (isBusyLong()) await yieldWhenLong();
    }
    return parts;
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

/** How many objects something consists of that was read: those of a list, or of a page. */
const objectsOf = (value: unknown): number => {
  if (typeof value !== "object" || value === null) return 1;
  const items: unknown = "items" in value ? value.items : value;
  return Array.isArray(items) ? items.length : 1;
};
