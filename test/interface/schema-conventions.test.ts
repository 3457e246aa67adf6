import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
} from "graphql";
import { describe, expect, test } from "vitest";
import { buildAdminSchema } from "../../src/interface/graphql/build-admin-schema.js";
import { buildShopSchema } from "../../src/interface/graphql/build-shop-schema.js";
import { COLLECTION_NEEDS } from "../../src/interface/graphql/catalog/collections/collection-needs.js";
import { METAFIELD_DEFINITION_NEEDS } from "../../src/interface/graphql/catalog/metafields/metafield-definition-needs.js";
import { PRODUCT_NEEDS } from "../../src/interface/graphql/catalog/products/product-needs.js";
import {
  PRICE_AND_STOCK_NEEDS,
  VARIANT_NEEDS,
} from "../../src/interface/graphql/catalog/variants/variant-needs.js";
import { MEDIA_NEEDS } from "../../src/interface/graphql/media/media-needs.js";
import { printSchemas } from "../../src/interface/graphql/print-schemas.js";

const schemas = { shop: await buildShopSchema(), admin: await buildAdminSchema() };

const ownTypes = (schema: GraphQLSchema): GraphQLNamedType[] =>
  Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
const objects = (schema: GraphQLSchema) => ownTypes(schema).filter(isObjectType);
const fieldsOf = (type: GraphQLNamedType): GraphQLField<unknown, unknown>[] =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
const inputsOf = (type: GraphQLNamedType): GraphQLInputField[] =>
  isInputObjectType(type) ? Object.values(type.getFields()) : [];
const argumentsOf = (type: GraphQLNamedType): (readonly [string, GraphQLArgument])[] =>
  fieldsOf(type).flatMap((field) =>
    field.args.map(
      (argument) => [`${type.name}.${field.name}(${argument.name}:)`, argument] as const,
    ),
  );

/** Types that are found again by their id; all others are values or parts of an answer. */
const ENTITIES_OF: Readonly<Record<string, readonly string[]>> = {
  shop: "Cart Collection DeliveryOption Market Media Order Payment PaymentMethod Product Refund Variant".split(
    " ",
  ),
  admin: [
    "Collection",
    "CustomerGroup",
    "DeliveryOption",
    "DeliveryZone",
    "Fee",
    "Location",
    "Market",
    "Media",
    "MetafieldDefinition",
    "Order",
    "Payment",
    "PaymentMethod",
    "PriceList",
    "Product",
    "Refund",
    "ScheduledPrice",
    "TaxCategory",
    "TaxRate",
    "TaxZone",
    "Variant",
  ],
};

/** Parts that are found through their whole only: the id of a cart is a secret. */
const PARTS_WITH_ID =
  /^(CartLine|Metafield|(Product|Selected)Option|ProductOptionValue|Option(Value)?Outlook)$/;

for (const [name, schema] of Object.entries(schemas))
  describe(`the ${name} schema`, () => {
    const ENTITIES = ENTITIES_OF[name] ?? [];

    test("describes every type, field, argument and enum value in a sentence", () => {
      const described: (readonly [string, string | null | undefined])[] = ownTypes(schema).flatMap(
        (type) => [
          [type.name, type.description] as const,
          ...[...fieldsOf(type), ...inputsOf(type)].map(
            (field) => [`${type.name}.${field.name}`, field.description] as const,
          ),
          ...argumentsOf(type).map(([at, argument]) => [at, argument.description] as const),
          ...(isEnumType(type) ? type.getValues() : []).map(
            (value) => [`${type.name}.${value.name}`, value.description] as const,
          ),
        ],
      );

      expect(described.length).toBeGreaterThan(150);
      expect(
        described
          .filter(([, text]) => !text || text.length < 5 || !/[.`]$/.test(text))
          .map(([at]) => at),
      ).toEqual([]);
    });

    test("gives every entity an id, and finds it with node", () => {
      const withId = objects(schema).filter(
        (type) => "id" in type.getFields() && !PARTS_WITH_ID.test(type.name),
      );

      expect(withId.map((type) => type.name).toSorted()).toEqual(ENTITIES);
      expect(
        withId.filter(
          (type) => !type.getInterfaces().some(({ name: implemented }) => implemented === "Node"),
        ),
      ).toEqual([]);
      expect(
        schema
          .getPossibleTypes(schema.getType("Node") as never)
          .map((type) => type.name)
          .toSorted(),
      ).toEqual(ENTITIES);
    });

    test("has connections of one shape", () => {
      const connections = objects(schema).filter((type) => type.name.endsWith("Connection"));
      const text = (type: GraphQLNamedType) =>
        Object.fromEntries(fieldsOf(type).map((field) => [field.name, String(field.type)]));

      expect(connections.map((type) => type.name)).toEqual(
        expect.arrayContaining([
          "CollectionConnection",
          "MediaConnection",
          "ProductConnection",
          "VariantConnection",
        ]),
      );
      for (const type of connections) {
        const name = type.name.replace("Connection", "");
        // A search finds products, and says more about the list.
        const [node, more] =
          name === "ProductSearch"
            ? ["Product", { facets: "[Facet!]!", suggestions: "[SearchSuggestion!]!" }]
            : [name, {}];
        expect(text(type)).toEqual({
          edges: `[${name}Edge!]!`,
          nodes: `[${node}!]!`,
          pageInfo: "PageInfo!",
          totalCount: "Int!",
          ...more,
        });
        expect(text(schema.getType(`${name}Edge`) as GraphQLNamedType)).toEqual({
          cursor: "String!",
          node: `${node}!`,
          ...(node === "Product" && { matchingVariant: "Variant" }),
        });
      }
      expect(text(schema.getType("PageInfo") as GraphQLNamedType)).toEqual({
        endCursor: "String",
        hasNextPage: "Boolean!",
        hasPreviousPage: "Boolean!",
        startCursor: "String",
      });
    });

    test("pages every connection with the same four arguments", () => {
      // Fields of the root can be null, because they fail alone.
      const root = Object.values(schema.getQueryType()?.getFields() ?? {});
      const isOfRoot = (field: (typeof root)[number]): boolean => root.includes(field);
      const paged = objects(schema).flatMap((type) =>
        fieldsOf(type).filter((field) => getNamedType(field.type).name.endsWith("Connection")),
      );

      expect(paged.length).toBeGreaterThanOrEqual(6);
      for (const field of paged) {
        expect(isNonNullType(field.type)).toBe(!isOfRoot(field));
        expect(field.args.map((argument) => `${argument.name}: ${String(argument.type)}`)).toEqual(
          expect.arrayContaining(["first: Int", "after: String", "last: Int", "before: String"]),
        );
      }
    });

    test("writes every enum value in capitals", () => {
      for (const type of ownTypes(schema).filter(isEnumType))
        for (const { name: value } of type.getValues())
          expect(value).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/);
    });

    test("marks alternatives with @oneOf", () => {
      const alternatives = ownTypes(schema)
        .filter(isInputObjectType)
        .filter((type) => type.name.endsWith("By"));

      expect(alternatives.map((type) => type.name).toSorted()).toEqual(
        name === "admin"
          ? [
              "CollectionBy",
              "CustomerGroupBy",
              "DeliveryOptionBy",
              "DeliveryZoneBy",
              "FeeBy",
              "LocationBy",
              "MarketBy",
              "MetafieldDefinitionBy",
              "OrderBy",
              "PaymentMethodBy",
              "PriceListBy",
              "ProductBy",
              "TaxCategoryBy",
              "TaxZoneBy",
            ]
          : ["CollectionBy", "MarketBy", "OrderBy", "ProductBy"],
      );
      expect(alternatives.every((type) => type.isOneOf)).toBe(true);
    });

    test("has no defaults for non-null inputs, because executors differ there", () => {
      const required = [
        ...ownTypes(schema).flatMap(inputsOf),
        ...ownTypes(schema)
          .flatMap(argumentsOf)
          .map(([, argument]) => argument),
      ].filter((input) => isNonNullType(input.type));

      expect(
        required.filter((input) => input.defaultValue !== undefined).map((input) => input.name),
      ).toEqual([]);
    });

    test("resolves the types of interfaces synchronously", () => {
      for (const type of ownTypes(schema).filter(isInterfaceType))
        expect(type.resolveType?.({ __typename: "Product" }, {}, {} as never, type)).toBe(
          "Product",
        );
    });

    test("declares the needs of each field of an entity", () => {
      const needs: Readonly<Record<string, object>> = {
        Product: PRODUCT_NEEDS,
        Variant: { ...VARIANT_NEEDS, ...PRICE_AND_STOCK_NEEDS },
        Media: MEDIA_NEEDS,
        Collection: COLLECTION_NEEDS,
        MetafieldDefinition: METAFIELD_DEFINITION_NEEDS,
      };
      const elsewhere = new Set([
        "id",
        "Product.variants",
        "Product.media",
        "Product.collections",
        "Product.history",
        "Product.oldSlugs",
        "Variant.scheduledPrices",
        "Variant.priceVersion",
        "Variant.prices",
        "Variant.quantityPrices",
        "Variant.stockItems",
        "Collection.products",
        "Collection.children",
        "Collection.breadcrumbs",
        "MetafieldDefinition.usedBy",
      ]);
      // A scheduled price is made of its facts, and there are few of the others.
      const READ_WHOLE = new Set([
        "Cart",
        "CustomerGroup",
        "DeliveryOption",
        "DeliveryZone",
        "Fee",
        "Location",
        "ScheduledPrice",
        "Market",
        "Order",
        "Payment",
        "PaymentMethod",
        "PriceList",
        "Refund",
        "TaxCategory",
        "TaxRate",
        "TaxZone",
      ]);
      const forgotten = ENTITIES.filter((entity) => !READ_WHOLE.has(entity)).flatMap((entity) =>
        fieldsOf(schema.getType(entity) as GraphQLNamedType)
          .filter((field) => !Object.hasOwn(needs[entity] ?? {}, field.name))
          .map((field) => (field.name === "id" ? "id" : `${entity}.${field.name}`)),
      );

      expect(forgotten.filter((field) => !elsewhere.has(field))).toEqual([]);
    });
  });

describe("the two schemas", () => {
  test("are the same whichever is built first", async () => {
    const print = (schema: GraphQLSchema) => `${printSchema(lexicographicSortSchema(schema))}\n`;
    const adminFirst = {
      admin: print(await buildAdminSchema()),
      shop: print(await buildShopSchema()),
    };
    const shopFirst = {
      shop: print(await buildShopSchema()),
      admin: print(await buildAdminSchema()),
    };

    expect(adminFirst).toEqual(shopFirst);
    expect(await printSchemas()).toEqual(shopFirst);
  });

  test("differ in the fields for staff only", async () => {
    const names = (schema: GraphQLSchema) =>
      new Set(
        ownTypes(schema).flatMap((type) => [
          type.name,
          ...[...fieldsOf(type), ...inputsOf(type)].map((field) => `${type.name}.${field.name}`),
        ]),
      );
    const [shop, admin] = [names(schemas.shop), names(schemas.admin)];

    // What guests know of their orders, and the carts, which they alone use by their ids.
    expect(
      [...shop].filter(
        (name) =>
          !admin.has(name) &&
          name !== "Order.link" &&
          !/^(OrderBy\.|OrderEmail|Query\.cart|Mutation\.c|Cart|Checkout|Postal|Attribute|Require|TaxSource)/.test(
            name,
          ) &&
          !/^((Mutation\.o|O)rder(Cancel|Pay|PaymentRefresh)ByLink|PaymentMethodOffer|Order\.paymentMethods)/.test(
            name,
          ),
      ),
    ).toEqual([]);
    expect(
      [...admin]
        .filter(
          (name) =>
            !shop.has(name) &&
            ["Collection", "Media", "Product", "ProductFilter", "Variant"].includes(
              name.split(".")[0] ?? "",
            ),
        )
        .toSorted(),
    ).toEqual([
      "Collection.evaluating",
      "Collection.kind",
      "Collection.publication",
      "Collection.rules",
      "Collection.translations",
      "Collection.version",
      "Media.problem",
      "Media.status",
      "Product.history",
      "Product.oldSlugs",
      "Product.publication",
      "Product.status",
      "Product.translations",
      "Product.version",
      "ProductFilter.barcode",
      "ProductFilter.created",
      "ProductFilter.pictured",
      "ProductFilter.priced",
      "ProductFilter.publication",
      "ProductFilter.sku",
      "ProductFilter.statuses",
      "ProductFilter.untranslatedIn",
      "ProductFilter.updated",
      "Variant.cost",
      "Variant.onHand",
      "Variant.priceVersion",
      "Variant.prices",
      "Variant.scheduledPrices",
      "Variant.soldOutPolicy",
      "Variant.stockItems",
      "Variant.stockVersion",
      "Variant.taxCode",
      "Variant.taxable",
      "Variant.tracked",
    ]);
    expect(
      [...shop].filter(
        (name) =>
          /Input$|Payload$|Publication$|SoldOutPolicy|ProductStatus/.test(name) &&
          !/^(Cart|CheckoutSubmit|Attribute|PostalAddress|OrderEmail|Order(Cancel|Pay)|PaymentInput)/.test(
            name,
          ),
      ),
    ).toEqual([]);
  });

  test("name every scalar that clients have to map", () => {
    expect(
      ownTypes(schemas.shop)
        .filter(isScalarType)
        .map((type) => type.name)
        .toSorted(),
    ).toEqual(["CurrencyCode", "DateTime", "Decimal"]);
  });
});
