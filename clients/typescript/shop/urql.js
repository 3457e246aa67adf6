import { cacheOptionsOf } from "../lib/urql.js";
import * as facts from "./facts.js";

/** For `cacheExchange(cacheOptions)`. */
export const cacheOptions = cacheOptionsOf(facts);
export const { schema, keys, resolvers } = cacheOptions;
