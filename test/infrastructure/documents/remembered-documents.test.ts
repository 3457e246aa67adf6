import { describe, expect, test } from "vitest";
import type { LimitName } from "../../../src/application/shared/limits.js";
import { rememberedDocuments } from "../../../src/infrastructure/documents/remembered-documents.js";
import { inMemoryDocumentReads } from "../../fakes/documents/in-memory-documents.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { movableClock } from "../../fakes/movable-clock.js";

const opened = (textOf: (id: string) => string | null | Promise<string | null>) => {
  const clock = movableClock();
  const reached: LimitName[] = [];
  const read: string[] = [];
  const documents = rememberedDocuments(
    {
      ...inMemoryDocumentReads(new InMemoryDatabase()),
      text: async (api, id) => {
        read.push(`${api} ${id}`);
        return textOf(id);
      },
    },
    { clock, counters: { reached: (limit) => void reached.push(limit) } },
  );
  return { documents, clock, reached, read };
};

describe("the texts of trusted documents", () => {
  test("are read once a minute, also when many requests come at once", async () => {
    const { documents, clock, read } = opened(() => "{ a }");
    const ask = () => Promise.all([1, 2, 3].map(() => documents.text("shop", "a")));

    expect(await ask()).toEqual(["{ a }", "{ a }", "{ a }"]);
    clock.forward(59_999);
    await ask();
    expect(read).toEqual(["shop a"]);
    clock.forward(1);
    await ask();
    expect(read).toHaveLength(2);
    await documents.text("admin", "a");
    expect(read.at(-1)).toBe("admin a");
  });

  test("that are unknown are looked for again after two seconds", async () => {
    let text: string | null = null;
    const { documents, clock, read } = opened(() => text);

    expect(await documents.text("shop", "a")).toBeNull();
    text = "{ a }";
    clock.forward(1_999);
    expect(await documents.text("shop", "a")).toBeNull();
    expect(read).toHaveLength(1);
    clock.forward(1);
    expect(await documents.text("shop", "a")).toBe("{ a }");
  });

  test("that could not be read are read again", async () => {
    let isDown = true;
    const { documents } = opened(async () => {
      if (isDown) throw new Error("down");
      return "{ a }";
    });

    await expect(documents.text("shop", "a")).rejects.toThrow("down");
    isDown = false;
    expect(await documents.text("shop", "a")).toBe("{ a }");
  });

  test("are kept in a bounded memory, which is counted", async () => {
    const { documents, reached, read } = opened(() => "x".repeat(100_000));

    for (let id = 0; id < 100; id += 1) await documents.text("shop", String(id));
    await documents.text("shop", "0");

    expect(read).toHaveLength(101);
    expect(new Set(reached)).toEqual(new Set(["trustedDocumentsMib"]));
  });

  test("that are unknown displace none that are known, however many ids are tried", async () => {
    const { documents, reached, read } = opened((id) => (id === "a" ? "{ a }" : null));
    await documents.text("shop", "a");

    for (let id = 0; id < 20_000; id += 1) await documents.text("shop", String(id));
    read.length = 0;
    await documents.text("shop", "a");

    expect([read, reached]).toEqual([[], []]);
  });
});
