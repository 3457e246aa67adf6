import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withFragments as withShopFragments } from "@plinth/client/shop";
import { withFragments as withAdminFragments } from "@plinth/client/admin";
import { parse, type DocumentNode } from "graphql";

const read = (folder: string, name: string): string =>
  readFileSync(join(import.meta.dirname, folder, `${name}.graphql`), "utf8");

/** A query of the storefront, with the ready fragments that it spreads. */
export const storefront = (name: string): DocumentNode =>
  parse(withShopFragments(read("storefront", name)));

/** A query or mutation of the back office, likewise. */
export const backOffice = (name: string): DocumentNode =>
  parse(withAdminFragments(read("back-office", name)));
