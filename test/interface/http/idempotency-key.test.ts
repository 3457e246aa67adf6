import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { toyServer } from "./toy-server.js";

/** The key that an operation receives when the header is sent with each of the keys. */
const receivedKey = async (keys: readonly string[]): Promise<unknown> => {
  const server = await toyServer();
  await server.listen({ host: "127.0.0.1", port: 0 });
  const { port } = server.server.address() as AddressInfo;
  try {
    const sent = request({
      host: "127.0.0.1",
      port,
      path: "/graphql",
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(keys.length > 0 && { "Idempotency-Key": [...keys] }),
      },
    });
    sent.end(JSON.stringify({ query: "{ asked { idempotencyKey } }" }));
    const [response] = (await once(sent, "response")) as [IncomingMessage];
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
    ["is none when it is left out", [], null],
    ["is the key when it is sent once", ["k1, k2"], "k1, k2"],
    ["is refused like an empty one when it is sent twice", ["k1", "k1"], ""],
  ])("%s", async (_, keys, key) => {
    expect(await receivedKey(keys)).toBe(key);
  });
});
