import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import type { FastifyInstance } from "fastify";
import type { LimitName } from "../../../src/application/shared/limits.js";
import type { Log, LogFacts } from "../../../src/application/shared/log.js";
import {
  createHttpServer,
  type HttpOptions,
} from "../../../src/interface/http/create-http-server.js";

export const KEY = "kq8Zr2Wm5Tn7Yb3Xc9Vd4Fg6Hj1Lp0Sa";
export const ORIGIN = "https://www.example.com";

interface RequestFacts {
  readonly viewer: string;
  readonly market: string | null;
  readonly locale: string | null;
  readonly idempotencyKey: string | null;
}

export const endpoint = async () => {
  const server = new ApolloServer<RequestFacts>({
    typeDefs:
      "type Query { asked: Asked! slow(ms: Int!): Int! } type Mutation { touch: Int! } type Asked { viewer: String! market: String locale: String idempotencyKey: String }",
    resolvers: {
      Query: {
        asked: (_root: unknown, _args: unknown, context: RequestFacts) => context,
        slow: async (_root: unknown, { ms }: { ms: number }) => {
          await new Promise((done) => setTimeout(done, ms));
          return ms;
        },
      },
      Mutation: { touch: () => 1 },
    },
    plugins: [ApolloServerPluginLandingPageDisabled()],
    stopOnTerminationSignals: false,
  });
  await server.start();
  return {
    server,
    context: async (
      request: Parameters<HttpOptions<RequestFacts>["shop"]["context"]>[0],
    ): Promise<RequestFacts> => ({
      viewer: [request.viewer.kind, request.viewer.id ?? []].flat().join(" "),
      market: request.market ?? null,
      locale: request.locale ?? null,
      idempotencyKey: request.idempotencyKey ?? null,
    }),
  };
};

export interface Entry extends LogFacts {
  readonly level: string;
  readonly message: string;
}

/** A log that adds its entries to a list. */
export const logTo = (entries: Entry[]): Log => {
  const at =
    (level: string) =>
    (message: string, facts: LogFacts = {}) =>
      void entries.push({ level, message, ...facts });
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
};

/** Counters that list what was reached. */
export const countedLimits = () => {
  const reachedLimits: (readonly [limit: LimitName, who: string | undefined])[] = [];
  return {
    reachedLimits,
    reached: (limit: LimitName, who?: string) => void reachedLimits.push([limit, who]),
  };
};

/** A folder with an image, files of other types, and a secret next to the folder. */
export const mediaFolder = (): string => {
  const outside = mkdtempSync(join(tmpdir(), "plinth-media-"));
  writeFileSync(join(outside, "secret.webp"), "secret");
  const folder = mkdtempSync(join(outside, "served-"));
  for (const name of ["mug.webp", "logo.svg", "page.html", ".hidden.webp"])
    writeFileSync(join(folder, name), "picture");
  return folder;
};

/** The HTTP server with a minimal API. */
export const toyServer = async (
  options: Partial<HttpOptions<RequestFacts>> = {},
): Promise<FastifyInstance> =>
  createHttpServer({
    shop: await endpoint(),
    admin: await endpoint(),
    adminKey: { id: "key_toy", matches: (presented) => presented === KEY },
    isReady: async () => true,
    isStopping: () => false,
    corsOrigins: [ORIGIN],
    trustProxy: false,
    media: { open: async () => null },
    upload: {
      folder: tmpdir(),
      maxBytes: 1_000,
      publicUrl: "https://shop.example",
      store: () => Promise.reject(new Error("Nothing is stored here.")),
    },
    receiveWebhook: async () => "NO_GATEWAY",
    playground: null,
    log: logTo([]),
    ...options,
  });

/** A request to the shop API. */
export const graphqlRequest = (query: string, headers: Readonly<Record<string, string>> = {}) => ({
  method: "POST" as const,
  url: "/graphql",
  headers: { "content-type": "application/json", ...headers },
  payload: JSON.stringify({ query }),
});
