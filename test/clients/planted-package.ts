import type { InMemoryCacheConfig } from "@apollo/client";
import type { CacheExchangeOpts } from "@urql/exchange-graphcache";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { clientFilesOf } from "../builders/client-files-of.js";
import { workbench } from "./workbench.js";

/** The package for clients as it would be if the schema of the shop had a mistake. */
const plantedPackage = (name: string, sdl: string): string => {
  const folder = workbench(name);
  cpSync(join(import.meta.dirname, "node_modules/@plinth/client"), folder, { recursive: true });
  for (const [file, text] of Object.entries(clientFilesOf(sdl)))
    writeFileSync(join(folder, "shop", file), text);
  return folder;
};

const cacheOptionsOf = async (file: string): Promise<unknown> =>
  ((await import(file)) as { readonly cacheOptions: unknown }).cacheOptions;

export const plantedApollo = async (name: string, sdl: string) =>
  (await cacheOptionsOf(join(plantedPackage(name, sdl), "shop/apollo.js"))) as InMemoryCacheConfig;

export const plantedUrql = async (name: string, sdl: string) =>
  (await cacheOptionsOf(
    join(plantedPackage(name, sdl), "shop/urql.js"),
  )) as Partial<CacheExchangeOpts>;
