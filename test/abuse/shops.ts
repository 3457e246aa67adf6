import { randomBytes } from "node:crypto";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runPlinth, startPlinth } from "../e2e/plinth-process.js";

const PRODUCTS = 100;
const VARIANTS = 50;
const DESCRIPTION = "<p>Made for measuring and described at length. </p>".repeat(60);
export const ADMIN_KEY = randomBytes(32).toString("base64url");

/** The program that is attacked; that of another checkout shows what was before a change. */
export const PROGRAM = resolve(process.env["PLINTH_TEST_PROGRAM"] ?? "bin/plinth.js");

export type ShopName = "products" | "pictures";

/** A folder with two shops that servers get copies of. */
export interface Shops {
  readonly pictures: readonly string[];
  /** The settings of a server with a shop of its own. */
  readonly copy: (name: ShopName) => Promise<Readonly<Record<string, string>>>;
  readonly remove: () => Promise<void>;
}

const SETTINGS = {
  products: {
    NODE_ENV: "production",
    PLINTH_MODE: "production",
    PLINTH_HOST: "127.0.0.1",
    PLINTH_PUBLIC_URL: "http://127.0.0.1",
    PLINTH_ADMIN_KEY: ADMIN_KEY,
  },
  pictures: { NODE_ENV: "production", PLINTH_ADMIN_KEY: ADMIN_KEY },
} as const;

/** Makes a shop of 100 products with 50 variants each, and the shop with the demo and its pictures. */
export const makeShops = async (): Promise<Shops> => {
  const folder = await mkdtemp(join(tmpdir(), "plinth-abuse-"));
  const settingsOf = (name: ShopName, data: string) => ({
    ...SETTINGS[name],
    PLINTH_DATA_DIR: data,
  });
  await mkdir(join(folder, "products"), { mode: 0o700 });
  await writeFile(join(folder, "products.csv"), productFile());
  const { code, out, err } = await runPlinth(
    ["import", join(folder, "products.csv")],
    settingsOf("products", join(folder, "products")),
    { program: PROGRAM },
  );
  if (code !== 0) throw new Error(`The products were not imported:\n${out}${err}`);
  const pictures = await demoPictures(settingsOf("pictures", join(folder, "pictures")));
  let copies = 0;
  return {
    pictures,
    copy: async (name) => {
      const data = join(folder, `copy-${++copies}`);
      await cp(join(folder, name), data, { recursive: true });
      return settingsOf(name, data);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};

const demoPictures = async (settings: Readonly<Record<string, string>>) => {
  const server = await startPlinth(settings, { program: PROGRAM });
  try {
    const answer = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"query":"{ products(first: 100) { nodes { media(first: 5) { nodes { url } } } } }"}',
    });
    const { data } = (await answer.json()) as {
      readonly data: {
        readonly products: {
          readonly nodes: readonly {
            readonly media: { readonly nodes: readonly { readonly url: string }[] };
          }[];
        };
      };
    };
    const urls = data.products.nodes.flatMap(({ media }) => media.nodes.map(({ url }) => url));
    return [...new Set(urls)].map((url) => new URL(url).pathname);
  } finally {
    await server.stop("SIGTERM");
  }
};

export const productFile = (
  products = PRODUCTS,
  variants = VARIANTS,
  characters = DESCRIPTION.length,
): string => {
  const header =
    "Handle,Title,Body (HTML),Vendor,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Status";
  const rows = Array.from({ length: products * variants }, (_, row) => {
    const [product, variant] = [Math.floor(row / variants), row % variants];
    const own =
      variant === 0
        ? [
            `Product ${product}`,
            DESCRIPTION.slice(0, characters),
            `Vendor ${product % 9}`,
            "true",
            "Number",
          ]
        : ["", "", "", "", ""];
    return [
      `product-${product}`,
      ...own,
      `No. ${variant}`,
      `SKU-${product}-${variant}`,
      "shopify",
      "10",
      `${1 + variant}.50`,
      variant === 0 ? "active" : "",
    ].join(",");
  });
  return [header, ...rows, ""].join("\n");
};
