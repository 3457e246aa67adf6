import { ADDRESSES } from "../attack.js";
import { clientFrom, send, type Client, type Outcome } from "../send.js";
import { ADMIN_KEY } from "../shops.js";

/** A storefront and a back office of one server, each with connections of its own. */
export class ShopClient {
  readonly #guest: Client = clientFrom(ADDRESSES.other, 20);
  readonly #staff: Client = clientFrom(ADDRESSES.probe, 20);
  #counter = 0;

  constructor(private readonly port: number) {}

  read(timeoutMs = 60_000): Promise<Outcome> {
    const query = "{ products(first: 5) { nodes { id title } } }";
    return send({ port: this.port, client: this.#guest, query: { query }, timeoutMs });
  }

  /** Gives the first products of the shop other vendors, one after the other. */
  async write(timeoutMs = 60_000): Promise<Outcome> {
    const id = (await this.#products())[this.#counter % 20];
    const query = `mutation { productUpdate(input: { id: "${id ?? ""}", changes: { vendor: "Vendor ${++this.#counter}" } }) { product { id } userErrors { code } } }`;
    return this.#admin(query, timeoutMs);
  }

  /** Tags twenty products in one request. */
  async bulkWrite(timeoutMs = 60_000): Promise<Outcome> {
    const items = (await this.#products()).map((id) => `{ id: "${id}" }`).join(" ");
    const query = `mutation { productsTagsAdd(input: { items: [${items}], tags: ["tag-${++this.#counter}"] }) { userErrors { code } } }`;
    return this.#admin(query, timeoutMs);
  }

  ready(timeoutMs = 60_000): Promise<Outcome> {
    return send({ port: this.port, client: this.#guest, path: "/health/ready", timeoutMs });
  }

  live(timeoutMs = 60_000): Promise<Outcome> {
    return send({ port: this.port, client: this.#guest, path: "/health/live", timeoutMs });
  }

  close(): void {
    this.#guest.close();
    this.#staff.close();
  }

  #ids: Promise<readonly string[]> | undefined;

  #products(): Promise<readonly string[]> {
    return (this.#ids ??= fetch(`http://127.0.0.1:${this.port}/admin/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${ADMIN_KEY}` },
      body: '{"query":"{ products(first: 20) { nodes { id } } }"}',
    })
      .then((answer) => answer.json() as Promise<IdsAnswer>)
      .then(({ data }) => data.products.nodes.map(({ id }) => id)));
  }

  #admin(query: string, timeoutMs: number): Promise<Outcome> {
    const headers = { authorization: `Bearer ${ADMIN_KEY}` };
    return send({
      port: this.port,
      client: this.#staff,
      path: "/admin/graphql",
      headers,
      query: { query },
      timeoutMs,
    });
  }
}

interface IdsAnswer {
  readonly data: { readonly products: { readonly nodes: readonly { readonly id: string }[] } };
}
