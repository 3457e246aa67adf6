import { buildSchema } from "graphql";
import { clientKit } from "../../src/interface/graphql/clients/client-kit.js";

/** The files that the package for clients would have if the schema were this one. */
export const kitOf = (sdl: string): Readonly<Record<string, string>> =>
  clientKit(buildSchema(sdl, { assumeValid: true }), []);
