import type { FastifyInstance } from "fastify";
import type { GraphqlOptions } from "../../../src/interface/graphql/server/graphql-options.js";
import { openWorld } from "../world.js";
import { toyServer } from "./toy-server.js";

type ToyOptions = NonNullable<Parameters<typeof toyServer>[0]>;

/** The HTTP server with both APIs over the shop of the contract tests. */
export const worldServer = async (
  options: Partial<GraphqlOptions> = {},
  http: ToyOptions = {},
): Promise<FastifyInstance> => {
  const { shop, admin } = await openWorld(options);
  await Promise.all([shop.server.start(), admin.server.start()]);
  return toyServer({ ...http, ...({ shop, admin } as unknown as ToyOptions) });
};
