import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { toyServer } from "./toy-server.js";

/** The key that an operation is handed when the header is sent so often. */
const handed = async (keys: readonly string[]): Promise<unknown> => {
  const server = await toyServer();
  await server.listen({ host: "127.0.0.1", port: 0 });
  const { port } = server.server.address() as AddressInfo;
  try {
    const asking = request({
      host: "127.0.0.1",
      port,
      path: "/graphql",
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(keys.length > 0 && { "Idempotency-Key": [...keys] }),
      },
    });
    asking.end(JSON.stringify({ query: "{ asked { idempotencyKey } }" }));
    const [response] = (await once(asking, "response")) as [IncomingMessage];
    return (
      JSON.parse(await text(response)) as {
        readonly data: { readonly asked: { readonly idempotencyKey: string | null } };
      }
    ).data.asked.idempotencyKey;
  } finally {
    await server.close();
  }
};

describe("the header Idempotency-Key", () => {
  test.each([
    ["left out, is none", [], null],
    ["given once, is the key", ["k1, k2"], "k1, k2"],
    ["given twice, is as good as empty, and refused", ["k1", "k1"], ""],
  ])("%s", async (_, keys, key) => {
    expect(await handed(keys)).toBe(key);
  });
});
