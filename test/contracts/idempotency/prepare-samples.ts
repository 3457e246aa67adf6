import { variantId } from "../../builders/product-content.js";
import { NO_PAYMENTS, preparePayments } from "./payment-samples.js";
import { BLUE, COLOURED, glazed, KITCHEN, RED, SECRET } from "./sample-ids.js";
import type { PreparedIds, SendMutation } from "./sample.js";

/**
 * Creates what some samples need in addition to the catalogue.
 * @param hasPayments whether orders are paid, which takes a while
 */
export const prepareSamples = async (
  send: SendMutation,
  hasPayments = true,
): Promise<PreparedIds> => {
  const declare = async (key: string) =>
    idIn(
      await send(
        "metafieldDefinitionCreate",
        {
          definition: {
            namespace: "care",
            key,
            type: "TEXT",
            name: key,
            owners: ["PRODUCT", "VARIANT", "COLLECTION"],
          },
        },
        "metafieldDefinition { id }",
      ),
      "metafieldDefinition",
    );
  const washing = await declare("pressing");
  const ironing = await declare("ironing");
  const sale = idIn(
    await send(
      "variantPriceSchedule",
      { variantId: variantId(10), at: "2026-03-01T00:00:00Z", price: "25.00" },
      "scheduledPrice { id }",
    ),
    "scheduledPrice",
  );
  const sizes = [
    { name: "Size", values: ["S", "L"] },
    { name: "Glaze", values: ["matt"] },
  ];
  const shirt = idIn(
    await send(
      "productCreate",
      { product: { title: "Shirt", options: sizes, variants: [{ optionValues: glazed("S") }] } },
      "product { id }",
    ),
    "product",
  );
  const translated = {
    product: idIn(
      await send("productCreate", { product: { title: "Cup" } }, "product { id }"),
      "product",
    ),
    collection: idIn(
      await send("collectionCreate", { collection: { title: "Cups" } }, "collection { id }"),
      "collection",
    ),
    field: await declare("folding"),
  };
  const folded = { metafields: [{ namespace: "care", key: "folding", value: "once" }] };
  for (const variant of [RED, BLUE])
    await send(
      "productVariantMetafieldsSet",
      { id: COLOURED, variantId: variant, ...folded },
      "product { id }",
    );
  for (const id of [KITCHEN, SECRET])
    await send("collectionMetafieldsSet", { id, ...folded }, "collection { id }");
  await send(
    "productTranslationsSet",
    { id: translated.product, translations: [{ locale: "de", title: "Tasse" }] },
    "product { id }",
  );
  await send(
    "collectionTranslationsSet",
    { id: translated.collection, translations: [{ locale: "de", title: "Tassen" }] },
    "collection { id }",
  );
  await send(
    "metafieldDefinitionTranslationsSet",
    { id: translated.field, translations: [{ locale: "de", name: "Falten" }] },
    "metafieldDefinition { id }",
  );
  const francs = idIn(
    await send(
      "priceListCreate",
      { priceList: { key: "francs", currency: "CHF" } },
      "priceList { id }",
    ),
    "priceList",
  );
  const spare = idIn(
    await send("priceListCreate", { priceList: { key: "spare" } }, "priceList { id }"),
    "priceList",
  );
  await send(
    "priceListPricesSet",
    { priceListId: francs, items: [{ variantId: variantId(10), price: "33.00" }] },
    "results { index }",
  );
  const swiss = idIn(
    await send(
      "marketCreate",
      { market: { key: "ch", countries: ["CH"], priceListId: francs } },
      "market { id }",
    ),
    "market",
  );
  const austrian = idIn(
    await send("marketCreate", { market: { key: "at", countries: ["AT"] } }, "market { id }"),
    "market",
  );
  const taxes = await prepareTaxes(send);
  const groupOf = async (key: string) =>
    idIn(
      await send("customerGroupCreate", { customerGroup: { key } }, "customerGroup { id }"),
      "customerGroup",
    );
  const [wholesale, staff] = [await groupOf("wholesale"), await groupOf("staff")];
  const delivery = await prepareDelivery(send);
  const fees = await prepareFees(send);
  const locations = await prepareLocations(send);
  const paid = hasPayments ? await preparePayments(send) : NO_PAYMENTS;
  const cart = await prepareCart(send);
  const ready = await prepareReadyCart(send, delivery.pickup);
  return {
    washing,
    ironing,
    sale,
    shirt,
    translated,
    francs,
    spare,
    swiss,
    austrian,
    wholesale,
    staff,
    taxes,
    fees,
    locations,
    delivery,
    cart,
    ready,
    ...paid,
  };
};

const prepareTaxes = async (send: SendMutation): Promise<PreparedIds["taxes"]> => {
  const create = async (kind: string, mutation: string, input: object) =>
    idIn(await send(mutation, { [kind]: input }, `${kind} { id }`), kind);
  const category = await create("taxCategory", "taxCategoryCreate", { key: "standard" });
  const spareCategory = await create("taxCategory", "taxCategoryCreate", { key: "books" });
  const zone = await create("taxZone", "taxZoneCreate", {
    key: "germany",
    areas: [{ country: "DE" }],
  });
  const spareZone = await create("taxZone", "taxZoneCreate", {
    key: "austria",
    areas: [{ country: "AT" }],
  });
  const vat = { zone: "germany", category: "standard", tax: "VAT" };
  const rate = await create("taxRate", "taxRateCreate", {
    ...vat,
    percentage: "16",
    until: "2021-01-01T00:00:00+01:00",
  });
  const spareRate = await create("taxRate", "taxRateCreate", {
    ...vat,
    percentage: "19",
    from: "2021-01-01T00:00:00+01:00",
  });
  return { category, spareCategory, zone, spareZone, rate, spareRate };
};

const prepareFees = async (send: SendMutation): Promise<PreparedIds["fees"]> => {
  const create = async (fee: object) => idIn(await send("feeCreate", { fee }, "fee { id }"), "fee");
  const small = await create({
    key: "small",
    kind: "SMALL_ORDER",
    amounts: [{ currency: "EUR", amount: "2.00", below: "20.00" }],
  });
  const wrap = await create({
    key: "wrap",
    kind: "GIFT_WRAP",
    per: "UNIT",
    amounts: [{ currency: "EUR", amount: "1.00" }],
  });
  return { small, wrap };
};

const prepareLocations = async (send: SendMutation): Promise<PreparedIds["locations"]> => {
  const create = async (key: string) =>
    idIn(await send("locationCreate", { location: { key } }, "location { id }"), "location");
  const [warehouse, closed] = [await create("warehouse"), await create("closed")];
  await send("locationClose", { id: closed }, "location { id }");
  return { warehouse, closed };
};

const prepareDelivery = async (send: SendMutation): Promise<PreparedIds["delivery"]> => {
  const zone = async (key: string, country: string) =>
    idIn(
      await send(
        "deliveryZoneCreate",
        { zone: { key, areas: [{ country }] } },
        "deliveryZone { id }",
      ),
      "deliveryZone",
    );
  const option = async (given: object) =>
    idIn(
      await send("deliveryOptionCreate", { option: given }, "deliveryOption { id }"),
      "deliveryOption",
    );
  const sweden = await zone("se", "SE");
  const norway = await zone("no", "NO");
  const rates = [{ currency: "EUR", price: "4.90" }];
  const flat = await option({ key: "flat", kind: "FLAT", zoneIds: [norway], rates });
  const pickup = await option({
    key: "pickup",
    kind: "PICKUP",
    pickupLocationId: "location_00000000000000000000000000",
    rates,
  });
  return { sweden, norway, flat, pickup };
};

const prepareCart = async (send: SendMutation): Promise<PreparedIds["cart"]> => {
  const payload = await send(
    "cartCreate",
    {
      lines: [
        { variantId: variantId(10), quantity: 2 },
        { variantId: variantId(10), quantity: 1, attributes: [{ key: "note", value: "1" }] },
      ],
      shippingAddress: {
        lastName: "Doe",
        line1: "Street 1",
        postalCode: "0150",
        city: "Oslo",
        country: "NO",
      },
    },
    "cart { id lines { id } }",
  );
  const { lines = [] } = (payload["cart"] ?? {}) as {
    readonly lines?: readonly { readonly id: string }[];
  };
  const [line, note] = lines;
  return { id: idIn(payload, "cart"), line: line?.id ?? "", note: note?.id ?? "" };
};

const prepareReadyCart = async (
  send: SendMutation,
  deliveryOptionId: string,
): Promise<PreparedIds["ready"]> => {
  const created = await send(
    "cartCreate",
    {
      lines: [{ variantId: variantId(10), quantity: 1 }],
      email: "jo@example.com",
      shippingAddress: {
        lastName: "Doe",
        line1: "Street 1",
        postalCode: "0150",
        city: "Oslo",
        country: "NO",
      },
    },
    "cart { id }",
  );
  const id = idIn(created, "cart");
  const { cart } = await send(
    "cartDeliveryOptionSelect",
    { cartId: id, deliveryOptionId },
    "cart { totals { total { amount } } }",
  );
  const { totals } = cart as { readonly totals: { readonly total: { readonly amount: string } } };
  return { id, total: totals.total.amount };
};

const idIn = (payload: Readonly<Record<string, unknown>>, field: string): string => {
  const { id } = (payload[field] ?? {}) as { readonly id?: string };
  if (id === undefined)
    throw new Error(`${field} could not be prepared: ${JSON.stringify(payload)}`);
  return id;
};
