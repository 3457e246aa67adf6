import { buildSchema } from "graphql";
import { clientKit } from "../../src/interface/graphql/clients/client-kit.js";

/** The files of the client package for a schema. */
export const clientFilesOf = (sdl: string): Readonly<Record<string, string>> =>
  clientKit(buildSchema(sdl, { assumeValid: true }), []);
