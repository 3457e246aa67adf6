import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** One operation as a client sends it. */
export interface Operation {
  readonly api: "shop" | "admin";
  readonly viewer: "guest" | "admin-key";
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly market?: string;
  readonly locale?: string;
  readonly idempotencyKey?: string;
}

const FOLDER = join(import.meta.dirname, "corpus");
const RECORDING = process.env["PLINTH_RECORD"] === "1";

const read = (file: string): readonly Operation[] =>
  JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as readonly Operation[];

export const recordedOperations = (): readonly Operation[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(".json"))
    .toSorted()
    .flatMap(read);

/** The operations of one test file. What is asked must be recorded; with PLINTH_RECORD=1 it is. */
export class Corpus {
  readonly #file: string;
  readonly #recorded: ReadonlySet<string>;
  readonly #asked = new Map<string, Operation>();

  constructor(name: string) {
    this.#file = `${name}.json`;
    const exists = readdirSync(FOLDER).includes(this.#file);
    this.#recorded = new Set(
      exists ? read(this.#file).map((operation) => JSON.stringify(operation)) : [],
    );
  }

  add(operation: Operation): void {
    const key = JSON.stringify(operation);
    if (!RECORDING && !this.#recorded.has(key))
      throw new Error(
        `This operation is not in test/interface/corpus/${this.#file}, so the executors are not compared on it. Record it with: PLINTH_RECORD=1 npx vitest run test/interface\n${operation.query}`,
      );
    this.#asked.set(key, operation);
  }

  write(): void {
    if (RECORDING)
      writeFileSync(join(FOLDER, this.#file), `[\n${[...this.#asked.keys()].join(",\n")}\n]\n`);
  }
}
