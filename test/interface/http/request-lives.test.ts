import { once } from "node:events";
import { connect, type AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, test } from "vitest";
import type { LimitName } from "../../../src/application/shared/limits.js";
import { noLimitCounters } from "../../../src/application/shared/limit-counters.js";
import { RequestLives } from "../../../src/interface/http/request-lives.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../../fakes/catalog/in-memory-reads.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { openWorld } from "../world.js";
import { countedLimits, KEY, toyServer } from "./toy-server.js";

type Options = Parameters<typeof toyServer>[0] & object;

const never = new Promise<never>(() => undefined);
const PRODUCT = `{ products(first: 1) { nodes { id variants(first: 1) { nodes { id } } } } }`;
const CREATE = `mutation { productCreate(input: { product: { title: "Mug" } }) { product { id } userErrors { code } } }`;

interface Shop {
  readonly committed: () => number;
  readonly nestedReads: () => number;
}

let server: FastifyInstance;
let lives: RequestLives;
let go = (): void => undefined;
// A request that does not end by itself would keep the server open.
afterEach(async () => {
  lives.endAll();
  go();
  await server.close();
});

/** A shop that waits for the promise before each read or change. */
const serve = async (
  wait: { until: Promise<unknown>; begun?: () => void },
  ended: RequestLives,
): Promise<Shop> => {
  lives = ended;
  let [committed, nested] = [0, 0];
  const database = new InMemoryDatabase();
  const unitOfWork = database.unitOfWork(inMemoryStores);
  const reads = inMemoryReads(database);
  let isOpen = false;
  const { shop, admin } = await openWorld(
    {},
    {
      ...reads,
      unitOfWork: {
        run: async (work) => {
          if (isOpen) {
            wait.begun?.();
            await wait.until;
          }
          const result = await unitOfWork.run(work);
          committed += isOpen ? 1 : 0;
          return result;
        },
      },
      catalogReads: {
        ...reads.catalogReads,
        products: async (...given) => {
          wait.begun?.();
          await wait.until;
          return reads.catalogReads.products(...given);
        },
        variantsOfProducts: async (...given) => {
          nested += 1;
          return reads.catalogReads.variantsOfProducts(...given);
        },
      },
    },
  );
  isOpen = true;
  await Promise.all([shop.server.start(), admin.server.start()]);
  server = await toyServer({ lives, shop, admin } as unknown as Options);
  return { committed: () => committed, nestedReads: () => nested };
};

const post = (query: string, url = "/graphql") =>
  server.inject({
    method: "POST",
    url,
    headers: { "content-type": "application/json", authorization: `Bearer ${KEY}` },
    payload: { query },
  });

describe("a request that nothing below ever answers", () => {
  test("is answered with 503 when its time is over, and counted", async () => {
    const reached: LimitName[] = [];
    await serve(
      { until: never },
      new RequestLives(100, {
        reached: (limit, who) => void (who === "127.0.0.1" && reached.push(limit)),
      }),
    );

    const answers = await Promise.all([post(PRODUCT), post(CREATE, "/admin/graphql")]);

    for (const { statusCode, headers, body } of answers) {
      expect([statusCode, headers["retry-after"]]).toEqual([503, "1"]);
      expect(body).toContain("SERVICE_UNAVAILABLE");
    }
    expect(reached).toEqual(["graphqlMs", "graphqlMs"]);
  });

  test("is answered with 503 when the server stops, and so is one that arrives then", async () => {
    const counters = countedLimits();
    const ended = new RequestLives(Infinity, counters);
    let begun = (): void => undefined;
    const isWaiting = new Promise<void>((resolve) => (begun = resolve));
    await serve({ until: never, begun }, ended);

    const running = post(PRODUCT);
    await isWaiting;
    lives.endAll();

    expect([(await running).statusCode, (await post(PRODUCT)).statusCode]).toEqual([503, 503]);
    expect(counters.reachedLimits).toEqual([
      ["stopMs", "127.0.0.1"],
      ["stopMs", "127.0.0.1"],
    ]);
  });
});

describe("a client that closes its connection before the answer", () => {
  /** Sends a request, and closes the connection when the shop works for it. */
  const leave = async (query: string, url: string): Promise<Shop> => {
    let begun = (): void => undefined;
    const isWaiting = new Promise<void>((resolve) => (begun = resolve));
    const until = new Promise<void>((resolve) => (go = resolve));
    const shop = await serve({ until, begun }, new RequestLives(Infinity, noLimitCounters));
    const begin = lives.begin.bind(lives);
    const ended = new Promise<string>((resolve) => {
      lives.begin = (...request) => {
        const life = begin(...request);
        life.onEnd(resolve);
        return life;
      };
    });
    await server.listen({ port: 0, host: "127.0.0.1" });
    const socket = connect((server.server.address() as AddressInfo).port, "127.0.0.1");
    const body = JSON.stringify({ query });
    socket.write(
      `POST ${url} HTTP/1.1\r\nhost: shop\r\nauthorization: Bearer ${KEY}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    await isWaiting;
    socket.destroy();
    await once(socket, "close");
    expect(await ended).toBe("client-gone");
    go();
    return shop;
  };

  test("has its mutation finished all the same", async () => {
    const shop = await leave(CREATE, "/admin/graphql");

    await expect.poll(shop.committed).toBe(1);
  });

  test("has its query dropped: no further read is begun for it", async () => {
    const shop = await leave(PRODUCT, "/graphql");
    for (let turn = 0; turn < 10; turn++) await new Promise((next) => setImmediate(next));

    expect(shop.nestedReads()).toBe(0);
    expect((await post(PRODUCT)).statusCode).toBe(200);
    expect(shop.nestedReads()).toBe(1);
  });
});
