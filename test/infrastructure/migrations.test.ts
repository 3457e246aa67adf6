import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { migrationsOf } from "../../src/infrastructure/shared/storage/migrations-of.js";
import { STORAGES } from "../../src/infrastructure/storages.js";

const FOLDER = join(import.meta.dirname, "../../src/infrastructure");
const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((file) =>
  /migrations[\\/]\d+-[\w-]+\.ts$/.test(file),
);

describe("migrations", () => {
  test("are listed by their contexts: no file of one is left out", () => {
    const written = files.flatMap(
      (file) =>
        /readonly name = "(\w+)"/.exec(readFileSync(join(FOLDER, file), "utf8"))?.[1] ?? file,
    );

    expect(written.length).toBeGreaterThan(50);
    expect(
      migrationsOf(STORAGES)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(written.toSorted());
  });
});
