import { beforeEach, describe, expect, test } from "vitest";
import { productId } from "../../builders/product-content.js";
import { editing, type Editing } from "../editing.js";

const MUG = productId(1);
const HISTORY = `query ($id: ID!, $first: Int, $after: String, $last: Int) { product(by: { id: $id }) { history(first: $first, after: $after, last: $last) { totalCount pageInfo { hasNextPage endCursor } nodes { kind version at actor changes { path before after } } } } }`;

interface History {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly nodes: readonly {
    readonly kind: string;
    readonly version: number;
    readonly actor: string;
    readonly changes: readonly {
      readonly path: string;
      readonly before: unknown;
      readonly after: unknown;
    }[];
  }[];
}

describe("the history of a product", () => {
  let { mutate, ask }: Editing = {} as Editing;
  const history = async (variables: object = {}): Promise<History> =>
    ((await ask(HISTORY, { id: MUG, ...variables })).data as { product: { history: History } })
      .product.history;

  beforeEach(async () => {
    ({ mutate, ask } = await editing());
    await mutate("productUpdate", { id: MUG, changes: { title: "First", tags: ["new"] } });
    await mutate("productUpdate", {
      id: MUG,
      changes: { title: "Second", seo: { title: "Buy it" } },
    });
  });

  test("lists who changed what from which value to which, newest first", async () => {
    const { totalCount, nodes } = await history();

    expect(totalCount).toBe(2);
    expect(nodes).toMatchObject([
      {
        kind: "UPDATED",
        version: 3,
        actor: "admin-key",
        changes: [
          { path: "title", before: "First", after: "Second" },
          { path: "seo.title", before: "", after: "Buy it" },
        ],
      },
      {
        kind: "UPDATED",
        version: 2,
        changes: expect.arrayContaining([
          expect.objectContaining({ path: "tags", after: ["new"] }),
        ]) as unknown,
      },
    ]);
  });

  test("is read page by page", async () => {
    const first = await history({ first: 1 });
    const second = await history({ first: 1, after: first.pageInfo.endCursor });
    const last = await history({ last: 1 });

    expect([first, second, last].map(({ nodes }) => nodes.map(({ version }) => version))).toEqual([
      [3],
      [2],
      [2],
    ]);
    expect([first, second].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false]);
  });

  test("has no entry for a refused change, a dry run or a change without effect", async () => {
    await mutate("productUpdate", { id: MUG, changes: { title: "Second" } });
    await mutate("productUpdate", { id: MUG, changes: { slug: "not a slug" } });
    await mutate("productUpdate", { id: MUG, dryRun: true, changes: { title: "Third" } });

    expect((await history()).totalCount).toBe(2);
  });

  test("is found by the id of the product", async () => {
    const { data } = await ask(
      `query ($id: ID!) { productHistory(productId: $id, first: 1) { totalCount nodes { version } } }`,
      { id: MUG },
    );

    expect(data).toEqual({ productHistory: { totalCount: 2, nodes: [{ version: 3 }] } });
  });
});
