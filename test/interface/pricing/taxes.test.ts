import { beforeEach, describe, expect, test } from "vitest";
import { codes, send } from "../ask.js";
import { editing, problemsOf, type Editing } from "../editing.js";

const RATE = "taxRate { id version percentage zone { key } category { key } from until }";

describe("the taxes of the admin API", () => {
  let shop: Editing;
  const refused = async (mutation: string, input: object): Promise<readonly string[]> =>
    problemsOf((await shop.mutate(mutation, input)).payload);
  const messageOf = async (mutation: string, input: object): Promise<string | undefined> =>
    ((await shop.mutate(mutation, input)).payload["userErrors"] as { message: string }[])[0]
      ?.message;
  const idOf = (payload: Record<string, unknown>, field: string): string =>
    (payload[field] as { readonly id: string }).id;
  const create = async (field: string, mutation: string, input: object): Promise<string> =>
    idOf((await shop.mutate(mutation, { [field]: input }, `${field} { id }`)).payload, field);
  const vat = { zone: "germany", category: "standard", tax: "VAT", percentage: "19" };

  beforeEach(async () => {
    shop = await editing();
    await create("taxCategory", "taxCategoryCreate", { key: "standard" });
    await create("taxZone", "taxZoneCreate", { key: "germany", areas: [{ country: "DE" }] });
  });

  test("are created and changed, and found by id and key", async () => {
    const { payload } = await shop.mutate(
      "taxRateCreate",
      { taxRate: { ...vat, percentage: "19.50", from: "2021-01-01T00:00:00+01:00" } },
      RATE,
    );
    expect(payload).toMatchObject({
      taxRate: {
        version: 1,
        percentage: "19.5",
        zone: { key: "germany" },
        category: { key: "standard" },
        from: "2020-12-31T23:00:00.000Z",
        until: null,
      },
      userErrors: [],
    });
    const id = idOf(payload, "taxRate");
    const { data } = await shop.ask(
      `query ($id: ID!) {
        taxCategory(by: { key: "standard" }) { id name isDefault }
        taxZone(by: { key: "germany" }) { name areas { country region postalCodes } chargeTaxation }
        none: taxZone(by: { key: "none" }) { id }
        node(id: $id) { ... on TaxRate { tax isCompound } }
        taxRates(first: 5, filter: { zone: "germany", category: "standard" }) { totalCount nodes { id } }
        taxCategories { nodes { key } totalCount }
        taxZones { edges { node { key } } }
      }`,
      { id },
    );
    expect(data).toMatchObject({
      taxCategory: { name: "standard", isDefault: true },
      taxZone: {
        name: "germany",
        areas: [{ country: "DE", region: null, postalCodes: [] }],
        chargeTaxation: "OWN_CATEGORY",
      },
      none: null,
      node: { tax: "VAT", isCompound: false },
      taxRates: { totalCount: 1, nodes: [{ id }] },
      taxCategories: { nodes: [{ key: "standard" }], totalCount: 1 },
      taxZones: { edges: [{ node: { key: "germany" } }] },
    });
  });

  test("of a dry run are checked and not stored", async () => {
    const { payload } = await shop.mutate("taxRateCreate", { taxRate: vat, dryRun: true }, RATE);

    expect(payload).toMatchObject({ taxRate: null, userErrors: [] });
    expect((await shop.ask("{ taxRates { totalCount } }")).data).toEqual({
      taxRates: { totalCount: 0 },
    });
  });

  test("that stay as they are, are answered with a warning", async () => {
    const id = await create("taxRate", "taxRateCreate", vat);
    const { payload } = await shop.mutate(
      "taxRateUpdate",
      { id, changes: { percentage: "19.0000" } },
      "taxRate { version }",
    );

    expect(payload).toMatchObject({
      taxRate: { version: 1 },
      warnings: [{ code: "NOTHING_CHANGED" }],
    });
  });

  test("a rate names its zone and category by their keys, and what is wrong with it", async () => {
    const problems = async (more: object) =>
      refused("taxRateCreate", { taxRate: { ...vat, ...more } });

    expect(await problems({ zone: "none", category: "", percentage: "-1" })).toEqual([
      "TAX_ZONE_NOT_FOUND taxRate.zone",
      "TAX_CATEGORY_NOT_FOUND taxRate.category",
      "INVALID_TAX_RATE taxRate.percentage",
    ]);
    expect(await problems({ percentage: "1.00001" })).toEqual([
      "INVALID_TAX_RATE taxRate.percentage",
    ]);
    expect(await problems({ percentage: "100" })).toEqual(["TAX_RATE_TOO_HIGH taxRate.percentage"]);
    expect(await problems({ from: "2026-01-01T00:00:00Z", until: "2026-01-01T00:00:00Z" })).toEqual(
      ["INVALID_VALIDITY taxRate.until"],
    );
  });

  test("rates that would apply twice, or together take everything, name the other one", async () => {
    await create("taxRate", "taxRateCreate", { ...vat, until: "2026-07-01T00:00:00Z" });

    expect(
      await messageOf("taxRateCreate", { taxRate: { ...vat, from: "2026-06-30T23:59:59Z" } }),
    ).toBe(
      "VAT on standard in germany already has a rate until 2026-07-01T00:00:00.000Z. End one before the other starts.",
    );
    expect(
      await refused("taxRateCreate", { taxRate: { ...vat, from: "2026-07-01T00:00:00Z" } }),
    ).toEqual([]);
    expect(
      await messageOf("taxRateCreate", { taxRate: { ...vat, tax: "Levy", percentage: "81" } }),
    ).toBe("Levy and VAT on standard in germany are together 100 %. Rates must stay below 100 %.");
  });

  test("a zone names its country, and shares no address with an equally narrow one", async () => {
    const problems = async (...areas: readonly object[]) =>
      refused("taxZoneCreate", { taxZone: { key: "x", areas } });

    expect(await problems()).toEqual(["TAX_ZONE_WITHOUT_COUNTRY taxZone.areas"]);
    expect(await problems({ country: "" }, { country: "XX", region: "X#" })).toEqual([
      "INVALID_REGION taxZone.areas.1.region",
      "TAX_ZONE_WITHOUT_COUNTRY taxZone.areas.0.country",
      "UNKNOWN_COUNTRY taxZone.areas.1.country",
    ]);
    expect(await problems({ country: "DE", postalCodes: ["20..1"] })).toEqual([
      "INVALID_POSTAL_CODES taxZone.areas.0.postalCodes.0",
    ]);
    expect(await problems({ country: "DE", region: "DE-BY" })).toEqual([]);
    expect(
      await messageOf("taxZoneCreate", { taxZone: { key: "y", areas: [{ country: "de" }] } }),
    ).toBe(
      "The tax zone y has an area that the tax zone germany has too. Remove it from one of them.",
    );
  });

  test("a second default category is refused, and names the first one", async () => {
    expect(
      await messageOf("taxCategoryCreate", { taxCategory: { key: "food", isDefault: true } }),
    ).toBe("standard is already the default tax category. Only one of standard and food can be.");
    expect(await refused("taxCategoryCreate", { taxCategory: { key: "standard" } })).toEqual([
      "TAX_CATEGORY_KEY_TAKEN taxCategory.key",
    ]);
    expect(
      await refused("taxCategoryCreate", { taxCategory: { key: "Upper Case", name: " " } }),
    ).toEqual(["INVALID_KEY taxCategory.key", "INVALID_TEXT taxCategory.name"]);
  });

  test("are for staff only", async () => {
    const answer = await send(shop.world, {
      api: "admin",
      viewer: "guest",
      query: "{ taxRates { totalCount } }",
    });

    expect(codes(answer)).toEqual(["PERMISSION_DENIED"]);
  });

  test("a market has its own rounding, domestic address and payable roundings", async () => {
    const terms =
      "market { taxRounding { per mode } domesticAddress { country region } payableRoundings { paymentMethod increment { amount currency } mode } }";
    const [market] = ((await shop.ask("{ markets { id } }")).data?.["markets"] ?? []) as {
      id: string;
    }[];
    const update = async (changes: object) =>
      (await shop.mutate("marketUpdate", { id: market?.id, changes }, terms)).payload;

    expect(await update({ name: "Europe" })).toMatchObject({
      market: {
        taxRounding: { per: "LINE", mode: "HALF_UP" },
        domesticAddress: null,
        payableRoundings: [],
      },
    });
    expect(
      await update({
        taxRounding: { per: "RATE", mode: "HALF_EVEN" },
        domesticAddress: { country: "ca", region: "CA-qc" },
        payableRoundings: [{ paymentMethod: "cash", increment: "0.05" }],
      }),
    ).toMatchObject({
      market: {
        taxRounding: { per: "RATE", mode: "HALF_EVEN" },
        domesticAddress: { country: "CA", region: "QC" },
        payableRoundings: [
          {
            paymentMethod: "cash",
            increment: { amount: "0.05", currency: "EUR" },
            mode: "HALF_UP",
          },
        ],
      },
      warnings: [],
    });
    expect(await update({ domesticAddress: null, payableRoundings: null })).toMatchObject({
      market: {
        taxRounding: { per: "RATE", mode: "HALF_EVEN" },
        domesticAddress: null,
        payableRoundings: [],
      },
    });
  });

  test("a market refuses an address and roundings that mean nothing", async () => {
    const [market] = ((await shop.ask("{ markets { id } }")).data?.["markets"] ?? []) as {
      id: string;
    }[];
    const problems = (changes: object) => refused("marketUpdate", { id: market?.id, changes });

    expect(
      await problems({
        domesticAddress: { country: "XX", region: "#" },
        payableRoundings: [
          { increment: "0" },
          { increment: "10.01" },
          { paymentMethod: " ", increment: "1" },
        ],
      }),
    ).toEqual([
      "UNKNOWN_COUNTRY changes.domesticAddress.country",
      "INVALID_REGION changes.domesticAddress.region",
      "INVALID_PAYABLE_ROUNDING changes.payableRoundings.0.increment",
      "INVALID_PAYABLE_ROUNDING changes.payableRoundings.1.increment",
      "INVALID_PAYABLE_ROUNDING changes.payableRoundings.1.paymentMethod",
      "INVALID_TEXT changes.payableRoundings.2.paymentMethod",
    ]);
    expect(await problems({ payableRoundings: [{ increment: "0.001" }] })).toEqual([
      "INVALID_AMOUNT changes.payableRoundings.0.increment",
    ]);
  });
});
