import { createHash } from "node:crypto";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { beforeAll, describe, expect, test } from "vitest";
import { documentsContext } from "../../../src/application/documents/documents.js";
import { StoreUnavailable } from "../../../src/application/shared/unit-of-work.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import type { DocumentMode } from "../../../src/interface/graphql/server/trusted-documents.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../../fakes/catalog/in-memory-reads.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { type Entry, KEY, logTo, toyServer } from "../http/toy-server.js";
import { openWorld } from "../world.js";

const hashOf = (text: string, name = "sha256") => createHash(name).update(text).digest("hex");

const PAGE = "query Page($first: Int) { products(first: $first) { nodes { slug } } }";
const STAFF = "query Staff { products(first: 1) { nodes { version } } }";
const ID = `sha256:${hashOf(PAGE)}`;
const SHA1 = hashOf(PAGE, "sha1");
const JSON_BODY = { "content-type": "application/json" };
const UNKNOWN = "0".repeat(64);

const opened = async (mode: DocumentMode) => {
  const log: Entry[] = [];
  const database = new InMemoryDatabase();
  const unitOfWork = database.unitOfWork(inMemoryStores);
  const reads = inMemoryReads(database);
  const lookUps: string[] = [];
  const ground = {
    ...reads,
    unitOfWork,
    trustedDocumentReads: {
      ...reads.trustedDocumentReads,
      text: async (api: "shop" | "admin", id: string) => {
        lookUps.push(id);
        if (id === "out-of-reach") throw new StoreUnavailable("down");
        return reads.trustedDocumentReads.text(api, id);
      },
    },
  };
  const world = await openWorld({ trustedDocuments: mode }, ground);
  const { documentsPublish } = documentsContext.open({ ...ground, clock: fixedClock() });
  const publish = (api: "shop" | "admin", id: string, document: string) =>
    documentsPublish(
      { api, documents: [{ id, name: "Page", kind: "query", text: document }] },
      OPERATOR,
    );
  await publish("shop", ID, PAGE);
  await publish("shop", `sha1:${SHA1}`, PAGE);
  await publish("shop", "own-id", PAGE);
  await publish("admin", "staff", STAFF);
  await Promise.all([world.shop.server.start(), world.admin.server.start()]);
  const server = await toyServer({
    shop: world.shop as never,
    admin: world.admin as never,
    log: logTo(log),
  });
  return { server, log, lookUps };
};

const codesOf = (answer: LightMyRequestResponse): unknown[] => {
  const { errors = [] } = answer.json<{ errors?: { extensions: { code: string } }[] }>();
  return [answer.statusCode, ...errors.map(({ extensions }) => extensions.code)];
};

const post = (server: FastifyInstance, payload: object, url = "/graphql", headers = {}) =>
  server.inject({ method: "POST", url, headers: { ...JSON_BODY, ...headers }, payload });

const get = (server: FastifyInstance, search: Readonly<Record<string, string>>) =>
  server.inject({
    method: "GET",
    url: `/graphql?${new URLSearchParams(search).toString()}`,
    headers: { "apollo-require-preflight": "1" },
  });

const ONE = { data: { products: { nodes: [{ slug: expect.any(String) as string }] } } };
const apollo = (sha256Hash: unknown) => ({ persistedQuery: { version: 1, sha256Hash } });
const variables = { first: 1 };

describe("a trusted document", () => {
  let shop: Awaited<ReturnType<typeof opened>>;
  beforeAll(async () => {
    shop = await opened("also");
  });

  test.each([
    ["its prefixed hash", ID],
    ["its bare hash", hashOf(PAGE)],
    ["the hash of graphql-codegen", SHA1],
    ["an id of the client's own", "own-id"],
  ])("is called by %s, with POST and GET", async (_, documentId) => {
    const posted = await post(shop.server, { documentId, variables });
    const got = await get(shop.server, { documentId, variables: JSON.stringify(variables) });

    expect([posted.statusCode, posted.json()]).toEqual([200, expect.objectContaining(ONE)]);
    expect([got.statusCode, got.json()]).toEqual([200, expect.objectContaining(ONE)]);
  });

  test("is called in the way of Apollo's clients, with POST and GET", async () => {
    for (const hash of [hashOf(PAGE), SHA1, ID]) {
      const extensions = apollo(hash);
      expect((await post(shop.server, { variables, extensions })).json()).toMatchObject(ONE);
      const got = await get(shop.server, {
        variables: JSON.stringify(variables),
        extensions: JSON.stringify(extensions),
      });
      expect(got.json()).toMatchObject(ONE);
    }
  });

  test("that is unknown is refused with a code", async () => {
    for (const documentId of [UNKNOWN, "never published", "", 7, "x".repeat(129)])
      expect(codesOf(await post(shop.server, { documentId }))).toEqual([404, "DOCUMENT_NOT_FOUND"]);
    expect(codesOf(await get(shop.server, { documentId: UNKNOWN }))).toEqual([
      404,
      "DOCUMENT_NOT_FOUND",
    ]);
  });

  test("that is not well named is never looked up", async () => {
    shop.lookUps.length = 0;

    await post(shop.server, { documentId: "' OR 1 = 1" });

    expect(shop.lookUps).toEqual([]);
  });

  test("of one API is unknown in the other", async () => {
    const staff = { authorization: `Bearer ${KEY}` };

    expect(codesOf(await post(shop.server, { documentId: "staff" }))).toEqual([
      404,
      "DOCUMENT_NOT_FOUND",
    ]);
    expect(
      (await post(shop.server, { documentId: "staff" }, "/admin/graphql", staff)).json(),
    ).toMatchObject({ data: { products: { nodes: [{ version: 1 }] } } });
  });

  test("is named instead of a document, once", async () => {
    for (const body of [
      { documentId: ID, query: PAGE },
      { documentId: ID, extensions: apollo(SHA1) },
    ])
      expect(codesOf(await post(shop.server, body))).toEqual([400, "BAD_REQUEST"]);
  });

  test("is not registered by requests, and clients that try are told so", async () => {
    const registering = { query: PAGE, variables, extensions: apollo(hashOf(PAGE)) };

    for (const body of [registering, { variables, extensions: apollo(UNKNOWN) }]) {
      const answer = await post(shop.server, body);
      expect(codesOf(answer)).toEqual([400, "PERSISTED_QUERY_NOT_SUPPORTED"]);
      expect(answer.body).toContain("Requests do not register documents");
    }
  });

  test("that cannot be looked up is an outage", async () => {
    const answer = await post(shop.server, { documentId: "out-of-reach" });

    expect([...codesOf(answer), answer.headers["retry-after"]]).toEqual([
      503,
      "SERVICE_UNAVAILABLE",
      "1",
    ]);
  });

  test("is in the log by its id", async () => {
    shop.log.length = 0;

    await get(shop.server, { documentId: "own-id", operationName: "Page" });
    await post(shop.server, { documentId: "own-id\u001B[2J" });

    expect(shop.log).toMatchObject([{ document: "own-id", operation: "Page" }, {}]);
    expect(shop.log[1]).not.toHaveProperty("document");
  });
});

describe("a shop that answers trusted documents only", () => {
  let shop: Awaited<ReturnType<typeof opened>>;
  beforeAll(async () => {
    shop = await opened("only");
  });

  test("answers them, and refuses all others with a code", async () => {
    expect((await post(shop.server, { documentId: ID, variables })).json()).toMatchObject(ONE);
    for (const answer of [
      await post(shop.server, { query: PAGE, variables }),
      await post(shop.server, { query: "{ __typename }" }),
      await get(shop.server, { query: "{ __schema { types { name } } }" }),
    ])
      expect(codesOf(answer)).toEqual([400, "DOCUMENT_NOT_TRUSTED"]);
  });

  test("refuses hashes that are unknown, also those of Apollo's clients", async () => {
    expect(codesOf(await post(shop.server, { extensions: apollo(UNKNOWN) }))).toEqual([
      404,
      "DOCUMENT_NOT_FOUND",
    ]);
    expect(
      codesOf(await post(shop.server, { query: PAGE, extensions: apollo(hashOf(PAGE)) })),
    ).toEqual([400, "PERSISTED_QUERY_NOT_SUPPORTED"]);
  });

  test("answers any document of the holder of the admin key", async () => {
    const answer = await post(shop.server, { query: STAFF }, "/admin/graphql", {
      authorization: `Bearer ${KEY}`,
    });

    expect(answer.json()).toMatchObject({ data: { products: { nodes: [{ version: 1 }] } } });
  });
});
