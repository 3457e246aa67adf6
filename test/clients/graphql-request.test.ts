import { scalars } from "@plinth/client/shop";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { ClientError, GraphQLClient } from "graphql-request";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { ADMIN, generated, project, RESOLUTIONS, SHOP } from "./codegen-project.js";
import { shipped } from "./workbench.js";

const { url, adminKey } = inject("plinth");
const shop = new GraphQLClient(`${url}/graphql`);
const admin = new GraphQLClient(`${url}/admin/graphql`, {
  headers: { authorization: `Bearer ${adminKey}` },
});

type Documents = Readonly<Record<string, TypedDocumentNode<never, object>>>;
let storefront: Documents;
let backOffice: Documents;
const documentsOf = async (folder: string) =>
  (await import(join(folder, "pages/gql/graphql.ts"))) as Documents;
const ask = async <Answer>(
  client: GraphQLClient,
  document: TypedDocumentNode<never, object> | undefined,
  variables: object,
): Promise<Answer> => client.request({ document: document ?? "", variables });

beforeAll(async () => {
  storefront = await documentsOf(
    await generated(project("request-storefront", SHOP, RESOLUTIONS.nodenext)),
  );
  backOffice = await documentsOf(
    await generated(project("request-back-office", ADMIN, RESOLUTIONS.nodenext)),
  );
});

describe("graphql-request with typed documents", () => {
  test("is answered what the types say", async () => {
    const { products } = await ask<{ products: { edges: { node: Record<string, unknown> }[] } }>(
      shop,
      storefront["ProductListDocument"],
      { first: 3, filter: { available: true } },
    );

    expect(products.edges).toHaveLength(3);
    expect(products.edges[0]?.node).toMatchObject({
      id: expect.any(String),
      priceRange: {
        min: {
          amount: expect.stringMatching(/^\d+(\.\d+)?$/),
          currency: expect.stringMatching(/^[A-Z]{3}$/),
        },
      },
    });
    expect(scalars).toMatchObject({
      Decimal: "string",
      CurrencyCode: "string",
      DateTime: "string",
    });
  });

  test("is told by code what is wrong with a question", async () => {
    const refused = await ask(shop, storefront["ProductListDocument"], {
      first: 5,
      after: "no cursor",
    }).catch((error: unknown) => error);

    expect(refused).toBeInstanceOf(ClientError);
    expect(
      (refused as ClientError).response.errors?.map(({ extensions }) => extensions["code"]),
    ).toEqual(["INVALID_CURSOR"]);
  });

  test("reads why a change was refused as an answer, not as an error", async () => {
    const { productCreate } = await ask<{ productCreate: object }>(
      admin,
      backOffice["ProductCreateDocument"],
      { input: { product: { title: "Another mug", slug: "everyday-mug" } } },
    );

    expect(productCreate).toMatchObject({
      product: null,
      userErrors: [
        { __typename: "TakenError", path: ["input", "product", "slug"], taken: "everyday-mug" },
      ],
    });
  });
});

describe("graphql-request notices", () => {
  test("a field that a schema promises and the server does not know", async () => {
    const mistaken = project(
      "request-promise",
      SHOP,
      RESOLUTIONS.nodenext,
      shipped("shop/schema.graphql").replace(
        "type Product implements Node {",
        'type Product implements Node {\n  """Who made it up."""\n  inventor: String\n',
      ),
    );
    writeFileSync(
      join(mistaken.folder, "storefront/Inventor.graphql"),
      "query Inventor { products(first: 1) { nodes { inventor } } }",
    );
    const documents = await documentsOf(await generated(mistaken));

    const refused = await ask(shop, documents["InventorDocument"], {}).catch(
      (error: unknown) => error,
    );

    expect(
      (refused as ClientError).response.errors?.map(({ extensions }) => extensions["code"]),
    ).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
  });
});
