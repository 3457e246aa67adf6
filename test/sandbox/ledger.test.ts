import { readFileSync } from "node:fs";
import { appendFile, readFile, stat, truncate } from "node:fs/promises";
import { afterEach, describe, expect, test } from "vitest";
import { Ledger } from "../../sandbox/ledger.js";
import { ledgerFile } from "../builders/sandbox.js";

const open: Ledger<unknown>[] = [];
afterEach(async () => {
  // One that has failed is not closed: its process ends.
  for (const ledger of open.splice(0)) await ledger.close().catch(() => undefined);
});

const opened = async (path: string) => {
  const lines: unknown[] = [];
  const failures: unknown[] = [];
  const ledger = await Ledger.open<unknown>(
    path,
    (line) => lines.push(line),
    (error) => failures.push(error),
  );
  open.push(ledger);
  return { ledger, lines, failures };
};

describe("the ledger of the sandbox", () => {
  test("gives its lines back in order, and is for its owner only", async () => {
    const path = ledgerFile();
    const { ledger } = await opened(path);
    await Promise.all([1, 2, 3].map((n) => ledger.append({ n })));
    await ledger.close();

    const again = await opened(path);
    await again.ledger.append({ n: 4 });
    await again.ledger.close();

    expect(again.lines).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    expect((await opened(path)).lines).toHaveLength(4);
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  test("resolves only when a line can be read in the file", async () => {
    const path = ledgerFile();
    const { ledger } = await opened(path);

    const seen = await ledger.append({ n: 1 }).then(() => readFileSync(path, "utf8"));

    expect(seen).toBe('{"n":1}\n');
  });

  test.each([1, 3, 7])(
    "forgets an incomplete last line, cut %d bytes before its end",
    async (cut) => {
      const path = ledgerFile();
      const { ledger } = await opened(path);
      await Promise.all([1, 2].map((n) => ledger.append({ n })));
      await ledger.close();
      await truncate(path, (await stat(path)).size - cut);

      const again = await opened(path);
      expect(again.lines).toEqual([{ n: 1 }]);
      expect((await stat(path)).size).toBe('{"n":1}\n'.length);

      await again.ledger.append({ n: 3 });
      expect(await readFile(path, "utf8")).toBe('{"n":1}\n{"n":3}\n');
    },
  );

  test("is not opened when a line in the middle cannot be read", async () => {
    const path = ledgerFile();
    await (await opened(path)).ledger.close();
    await appendFile(path, '{"n":1}\n{"n":\n{"n":3}\n');

    await expect(opened(path)).rejects.toThrow(`Line 2 of the ledger ${path} cannot be read.`);
  });

  test("writes nothing more when another process has written", async () => {
    const path = ledgerFile();
    const { ledger, failures } = await opened(path);
    await appendFile(path, '{"n":1}\n');
    open.pop();
    let isWritten = false;
    void ledger.append({ n: 2 }).then(() => (isWritten = true));

    await expect
      .poll(() => failures)
      .toEqual([new Error(`Another process writes the ledger ${path}.`)]);
    expect([isWritten, await readFile(path, "utf8")]).toEqual([false, '{"n":1}\n']);
  });
});
