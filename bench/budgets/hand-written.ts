// A handler of the same two queries, written by hand for the tables: node:http, mysql2, no GraphQL.
import { createServer } from "node:http";
import mysql, { type RowDataPacket } from "mysql2/promise";

const [url = "", port = "0"] = process.argv.slice(2);
const pool = mysql.createPool({
  uri: url,
  connectionLimit: 10,
  timezone: "Z",
  supportBigNumbers: true,
});

const rowsOf = async (
  sql: string,
  values: (string | number | Date)[],
): Promise<readonly RowDataPacket[]> => (await pool.query<RowDataPacket[]>(sql, values))[0];

const money = (minorUnits: string | number | null, currency: unknown) =>
  minorUnits === null ? null : { minorUnits: String(minorUnits), currency };
const isAvailable = (row: RowDataPacket): boolean =>
  !row["tracked"] || row["sold_out_policy"] === "CONTINUE" || Number(row["left_over"] ?? 0) > 0;
const parsed = (cell: unknown) => (typeof cell === "string" ? (JSON.parse(cell) as unknown) : cell);

const VISIBLE =
  "l.status = 'ACTIVE' AND l.published_from <= ? AND (l.published_until IS NULL OR l.published_until > ?)";
const VARIANTS = `SELECT v.id, v.product_id, v.sku, v.option_values, v.tracked, v.sold_out_policy, p.price, p.compare_at, p.currency, s.on_hand - s.reserved AS left_over
  FROM catalog_variant v LEFT JOIN pricing_variant_price p ON p.variant_id = v.id LEFT JOIN inventory_stock_item s ON s.variant_id = v.id`;

const optionValues = (row: RowDataPacket, options: readonly { readonly name: string }[]) => {
  const values = parsed(row["option_values"]) as readonly string[];
  return options.map(({ name }, axis) => ({ name, value: values[axis] }));
};

const list = async () => {
  const now = new Date();
  const products = await rowsOf(
    `SELECT l.product_id AS id, p.slug, p.title, p.options, l.available, l.on_sale, l.image_url, l.image_alt, l.image_id, l.currency, l.min_price, l.max_price, l.created_at
     FROM catalog_listing l JOIN catalog_product p ON p.id = l.product_id WHERE ${VISIBLE} ORDER BY l.created_at, l.product_id LIMIT 21`,
    [now, now],
  );
  const page = products.slice(0, 20);
  const variants = await rowsOf(
    `${VARIANTS} WHERE v.product_id IN (${page.map(() => "?").join(",")}) AND v.position < 5 ORDER BY v.product_id, v.position`,
    page.map(({ id }) => String(id)),
  );
  const byProduct = new Map<string, RowDataPacket[]>();
  for (const row of variants)
    byProduct.set(String(row["product_id"]), [
      ...(byProduct.get(String(row["product_id"])) ?? []),
      row,
    ]);
  const last = page.at(-1);
  return {
    products: {
      nodes: page.map((row) => {
        const options = parsed(row["options"]) as readonly { readonly name: string }[];
        return {
          id: row["id"],
          slug: row["slug"],
          title: row["title"],
          available: row["available"] === 1,
          onSale: row["on_sale"] === 1,
          featuredImage:
            row["image_id"] === null ? null : { url: row["image_url"], alt: row["image_alt"] },
          priceRange:
            row["min_price"] === null
              ? null
              : {
                  min: money(row["min_price"], row["currency"]),
                  max: money(row["max_price"], row["currency"]),
                },
          variants: {
            nodes: (byProduct.get(String(row["id"])) ?? []).map((one) => ({
              id: one["id"],
              sku: one["sku"],
              available: isAvailable(one),
              price: money(one["price"], one["currency"]),
              optionValues: optionValues(one, options),
            })),
          },
        };
      }),
      pageInfo: {
        hasNextPage: products.length > 20,
        endCursor: Buffer.from(
          JSON.stringify([
            "created",
            (last?.["created_at"] as Date | undefined)?.toISOString(),
            last?.["id"],
          ]),
        ).toString("base64url"),
      },
    },
  };
};

const page = async (slug: string) => {
  const now = new Date();
  const [product] = await rowsOf(
    `SELECT p.id, p.slug, p.title, p.description_html, p.vendor, p.product_type, p.tags, p.options, p.seo_title, p.seo_description, l.available, l.on_sale, l.currency, l.min_price, l.max_price
     FROM catalog_product p JOIN catalog_listing l ON l.product_id = p.id WHERE p.slug = ? AND ${VISIBLE}`,
    [slug, now, now],
  );
  if (!product) return { product: null };
  const [variants, media] = await Promise.all([
    rowsOf(`${VARIANTS} WHERE v.product_id = ? ORDER BY v.position LIMIT 100`, [
      String(product["id"]),
    ]),
    rowsOf(
      "SELECT id, url, alt FROM catalog_media WHERE product_id = ? ORDER BY position LIMIT 20",
      [String(product["id"])],
    ),
  ]);
  const options = parsed(product["options"]) as readonly {
    readonly name: string;
    readonly values: readonly string[];
  }[];
  return {
    product: {
      id: product["id"],
      slug: product["slug"],
      title: product["title"],
      descriptionHtml: product["description_html"],
      vendor: product["vendor"],
      productType: product["product_type"],
      tags: parsed(product["tags"]),
      available: product["available"] === 1,
      onSale: product["on_sale"] === 1,
      options: options.map(({ name, values }) => ({ name, values })),
      seo: { title: product["seo_title"], description: product["seo_description"] },
      priceRange:
        product["min_price"] === null
          ? null
          : {
              min: money(product["min_price"], product["currency"]),
              max: money(product["max_price"], product["currency"]),
            },
      media: {
        nodes: media.map(({ id, url: address, alt }) => ({
          id: String(id),
          url: String(address),
          alt: String(alt),
        })),
      },
      variants: {
        nodes: variants.map((row) => ({
          id: row["id"],
          sku: row["sku"],
          available: isAvailable(row),
          stock: row["tracked"] ? Math.max(Number(row["left_over"] ?? 0), 0) : null,
          price: money(row["price"], row["currency"]),
          compareAtPrice:
            row["compare_at"] !== null && Number(row["compare_at"]) > Number(row["price"])
              ? money(row["compare_at"], row["currency"])
              : null,
          optionValues: optionValues(row, options),
        })),
      },
    },
  };
};

const server = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on("data", (piece: Buffer) => pieces.push(piece));
  request.on("end", () => {
    const { operationName, variables } = JSON.parse(Buffer.concat(pieces).toString()) as {
      operationName: string;
      variables: { slug?: string };
    };
    (operationName === "ProductPage" ? page(variables.slug ?? "") : list()).then(
      (data) =>
        response.setHeader("content-type", "application/json").end(JSON.stringify({ data })),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
});
server.listen(Number(port), "127.0.0.1", () => process.send?.("listening"));
process.on("disconnect", () => process.exit(0));
