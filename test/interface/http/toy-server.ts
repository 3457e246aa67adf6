import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import type { FastifyInstance } from "fastify";
import type { Log, LogFacts } from "../../../src/application/shared/log.js";
import { createHttpServer, type HttpOptions } from "../../../src/interface/http/server.js";

export const KEY = "kq8Zr2Wm5Tn7Yb3Xc9Vd4Fg6Hj1Lp0Sa";
export const ORIGIN = "https://www.example.com";

export interface Asked {
  readonly viewer: string;
  readonly market: string | null;
  readonly locale: string | null;
  readonly idempotencyKey: string | null;
}

const endpoint = async () => {
  const server = new ApolloServer<Asked>({
    typeDefs:
      "type Query { asked: Asked! slow(ms: Int!): Int! } type Mutation { touch: Int! } type Asked { viewer: String! market: String locale: String idempotencyKey: String }",
    resolvers: {
      Query: {
        asked: (_root: unknown, _args: unknown, context: Asked) => context,
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
      asked: Parameters<HttpOptions<Asked>["shop"]["context"]>[0],
    ): Promise<Asked> => ({
      viewer: asked.viewer.kind,
      market: asked.market ?? null,
      locale: asked.locale ?? null,
      idempotencyKey: asked.idempotencyKey ?? null,
    }),
  };
};

export interface Entry extends LogFacts {
  readonly level: string;
  readonly message: string;
}

export const noteTo = (entries: Entry[]): Log => {
  const at =
    (level: string) =>
    (message: string, facts: LogFacts = {}) =>
      void entries.push({ level, message, ...facts });
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
};

/** A folder with one picture, one script in a picture's clothes, and a secret beside the folder. */
export const mediaFolder = (): string => {
  const outside = mkdtempSync(join(tmpdir(), "plinth-media-"));
  writeFileSync(join(outside, "secret.webp"), "secret");
  const folder = mkdtempSync(join(outside, "served-"));
  for (const name of ["mug.webp", "logo.svg", "page.html", ".hidden.webp"])
    writeFileSync(join(folder, name), "picture");
  return folder;
};

/** The HTTP server with a small API behind it, so that nothing but HTTP can go wrong. */
export const toyServer = async (
  options: Partial<HttpOptions<Asked>> = {},
): Promise<FastifyInstance> =>
  createHttpServer({
    shop: await endpoint(),
    admin: await endpoint(),
    isAdminKey: (presented) => presented === KEY,
    isReady: async () => true,
    isStopping: () => false,
    corsOrigins: [ORIGIN],
    trustProxy: false,
    media: { open: async () => null },
    upload: {
      folder: tmpdir(),
      mostBytes: 1_000,
      publicUrl: "https://shop.example",
      store: () => Promise.reject(new Error("Nothing is stored here.")),
    },
    playground: null,
    log: noteTo([]),
    ...options,
  });

export const asked = (query: string, headers: Readonly<Record<string, string>> = {}) => ({
  method: "POST" as const,
  url: "/graphql",
  headers: { "content-type": "application/json", ...headers },
  payload: JSON.stringify({ query }),
});
