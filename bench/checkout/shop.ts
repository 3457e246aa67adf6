import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { productFile } from "../../test/abuse/shops.js";
import { runPlinth, startPlinth, type RunningPlinth } from "../../test/e2e/plinth-process.js";

const ADMIN_KEY = randomBytes(32).toString("base64url");
const NEW_OPTION =
  'mutation { deliveryOptionCreate(input: { option: { key: "parcel", kind: FLAT, rates: [{ currency: "EUR", price: "5.00" }] } }) { deliveryOption { id } userErrors { code } } }';
const VARIANTS = "{ products(first: 100) { nodes { variants(first: 1) { nodes { id } } } } }";
const COUNT =
  "mutation ($counts: [StockCountItemInput!]!) { stockCount(input: { counts: $counts }) { userErrors { code } } }";
const STOCK =
  "query ($ids: [ID!]!) { stockItems(first: 100, filter: { variantIds: $ids }) { nodes { onHand reserved claimed variant { id } } } }";
const ORDERS = "{ orders(first: 1) { totalCount } }";

interface StockItem {
  readonly onHand: number;
  readonly reserved: number;
  readonly claimed: number;
  readonly variant: { readonly id: string };
}

/** A shop with several processes on one database. */
export class Shop {
  readonly #servers: RunningPlinth[] = [];
  #memory = 0;
  /** One of each product. */
  variants: readonly string[] = [];
  deliveryOption = "";

  private constructor(
    private readonly folder: string,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  /** @param databaseUrl the embedded store without it */
  static async open(products: number, processes: number, databaseUrl?: string): Promise<Shop> {
    const folder = await mkdtemp(join(tmpdir(), "plinth-checkout-"));
    const shop = new Shop(folder, {
      NODE_ENV: "production",
      PLINTH_MODE: "production",
      PLINTH_HOST: "127.0.0.1",
      PLINTH_PUBLIC_URL: "http://127.0.0.1",
      PLINTH_ADMIN_KEY: ADMIN_KEY,
      PLINTH_SECRET: randomBytes(32).toString("base64url"),
      PLINTH_LOG_LEVEL: "error",
      // Each buyer has an address of its own.
      PLINTH_TRUST_PROXY: "127.0.0.1",
      PLINTH_DATA_DIR: join(folder, "data"),
      ...(databaseUrl !== undefined && { PLINTH_DATABASE_URL: databaseUrl }),
    });
    const file = join(folder, "products.csv");
    await writeFile(file, productFile(products, 1, 100));
    await shop.run("import", file);
    for (let process = 0; process < processes; process++)
      shop.#servers.push(await startPlinth(shop.settings));
    await shop.#fill();
    return shop;
  }

  get urls(): readonly string[] {
    return this.#servers.map(({ url }) => url);
  }

  /** The most memory that a process had, in MiB. */
  get memory(): number {
    for (const server of this.#servers) this.#observe(server);
    return this.#memory;
  }

  /** Kills a process with SIGKILL and starts another one on its port. */
  async kill(index: number): Promise<void> {
    const server = this.#servers[index % this.#servers.length];
    if (server === undefined) return;
    this.#observe(server);
    await server.stop("SIGKILL");
    const next = await startPlinth(this.settings, { port: server.port });
    this.#servers[index % this.#servers.length] = next;
  }

  async run(...words: readonly string[]): Promise<string> {
    const { code, out, err } = await runPlinth(words, this.settings);
    if (code !== 0) throw new Error(`plinth ${words.join(" ")} ended with ${code}:\n${out}${err}`);
    return out;
  }

  /** @returns what `plinth doctor` found when it found anything */
  async doctor(): Promise<string | null> {
    const { code, out, err } = await runPlinth(["doctor"], this.settings);
    return code === 0 ? null : `plinth doctor ended with ${code}: ${(out + err).slice(0, 2_000)}`;
  }

  async count(variants: readonly string[], onHand: number): Promise<void> {
    const counts = variants.map((variantId) => ({ variantId, onHand }));
    await this.#admin(COUNT, { counts });
  }

  async stock(variants: readonly string[]): Promise<readonly StockItem[]> {
    const data = await this.#admin<{ readonly stockItems: { readonly nodes: StockItem[] } }>(
      STOCK,
      { ids: variants },
    );
    return data.stockItems.nodes;
  }

  async orders(): Promise<number> {
    const data = await this.#admin<{ readonly orders: { readonly totalCount: number } }>(ORDERS);
    return data.orders.totalCount;
  }

  async close(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.stop("SIGTERM")));
    await rm(this.folder, { recursive: true, force: true });
  }

  async #fill(): Promise<void> {
    const { products } = await this.#admin<{
      readonly products: {
        readonly nodes: { readonly variants: { readonly nodes: { readonly id: string }[] } }[];
      };
    }>(VARIANTS);
    this.variants = products.nodes.flatMap(({ variants }) => variants.nodes.map(({ id }) => id));
    const { deliveryOptionCreate } = await this.#admin<{
      readonly deliveryOptionCreate: { readonly deliveryOption: { readonly id: string } };
    }>(NEW_OPTION);
    this.deliveryOption = deliveryOptionCreate.deliveryOption.id;
  }

  #observe({ pid }: RunningPlinth): void {
    const [, kibibytes] =
      /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    this.#memory = Math.max(this.#memory, Math.round(Number(kibibytes ?? 0) / 1_024));
  }

  async #admin<Data>(query: string, variables: object = {}): Promise<Data> {
    const response = await fetch(`${this.urls[0]}/admin/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${ADMIN_KEY}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
    if (data == null) throw new Error(`The admin API answered ${JSON.stringify(errors)}.`);
    return data;
  }
}
