import { readdirSync, existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CONTEXTS } from "../../../src/application/contexts.js";
import type { Context } from "../../../src/application/shared/context.js";
import { SHARED_PREFIXES } from "../../../src/domain/shared/ids.js";

/** The lists `…_PREFIXES` of all files `src/domain/<context>/ids.ts`. */
const prefixes = async (): Promise<readonly string[]> => {
  const folders = readdirSync("src/domain").filter((folder) =>
    existsSync(`src/domain/${folder}/ids.ts`),
  );
  const files = await Promise.all(
    folders.map(
      (folder) =>
        import(new URL(`../../../src/domain/${folder}/ids.ts`, import.meta.url).href) as Promise<
          Record<string, unknown>
        >,
    ),
  );
  return files.flatMap((file, index) => {
    const lists = Object.entries(file).filter(([name]) => name.endsWith("_PREFIXES"));
    expect([folders[index], lists.length]).toEqual([folders[index], 1]);
    return lists.flatMap(([, list]) => list as readonly string[]);
  });
};

describe("the prefixes of ids", () => {
  test("are different in all contexts", async () => {
    const all = await prefixes();

    expect(all).toContain("product");
    expect(all.length).toBeGreaterThan(7);
    expect(all.filter((one, index) => all.indexOf(one) !== index)).toEqual([]);
  });

  test("are all declared by the front door of a context, or shared", async () => {
    const declared = CONTEXTS.flatMap((context: Context) => context.idPrefixes ?? []);

    expect([...SHARED_PREFIXES, ...declared].toSorted()).toEqual((await prefixes()).toSorted());
  });

  test("are lower-case words of at most 16 characters", async () => {
    expect((await prefixes()).filter((one) => !/^[a-z]{1,16}$/.test(one))).toEqual([]);
  });
});
