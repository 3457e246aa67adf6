import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { Compressor } from "../../../../src/interface/http/compression/compressor.js";
import { countedLimits } from "../toy-server.js";

const isAwaited = () => true;

describe("the compressor", () => {
  test("makes what clients turn back into the same text", async () => {
    const compressor = new Compressor(countedLimits());
    const text = "Tässchen 茶碗 ".repeat(10_000);

    const [br, gzip] = await Promise.all([
      compressor.compress({ text, isAwaited }, "br"),
      compressor.compress({ text, isAwaited }, "gzip"),
    ]);

    expect(String(brotliDecompressSync(br ?? ""))).toBe(text);
    expect(String(gunzipSync(gzip ?? ""))).toBe(text);
  });

  test("leaves an answer as it is when the texts that wait have too many bytes, and counts that", async () => {
    const counters = countedLimits();
    const compressor = new Compressor(counters, 2_500);

    const all = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        compressor.compress({ text: `${index}`.repeat(1_000), isAwaited }, "gzip"),
      ),
    );

    // Two are compressed at once, two wait.
    expect(all.map((one) => one !== null)).toEqual([true, true, true, true, false, false]);
    expect(counters.reachedLimits.map(([limit]) => limit)).toEqual([
      "waitingCompressionMib",
      "waitingCompressionMib",
    ]);
    expect(await compressor.compress({ text: "again", isAwaited }, "gzip")).not.toBeNull();
  });

  test("does not compress for a client that has left meanwhile", async () => {
    const compressor = new Compressor(countedLimits());

    expect(await compressor.compress({ text: "text", isAwaited: () => false }, "br")).toBeNull();
    expect(await compressor.compress({ text: "text", isAwaited }, "br")).not.toBeNull();
  });
});
