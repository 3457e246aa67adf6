import { productId } from "../../builders/product-content.js";

/** A mutation as a client may send it, on the shelf of the contracts. */
export interface Sample {
  /** Carried out. */
  readonly input: object;
  /** Another command, which may be carried out too. */
  readonly other: object;
  /** Refused by a rule. */
  readonly refused: object;
  /** What of the payload shows its effect. */
  readonly selection: string;
}

const MUG = productId(1);
const BOWL = productId(2);
const NONE = productId(999);
const PRODUCT = "product { id title slug status version tags } changes { path before after }";
const RESULTS = "results { index product { id title version } userErrors { code path } }";

export type Samples = Readonly<Record<string, Sample>>;

/** The ids of what some samples need beside the shelf. */
export type Prepared = Readonly<Record<string, never>>;

type Send = (mutation: string, input: object, selection: string) => Promise<Readonly<Record<string, unknown>>>;

/** Puts there what some samples need beside the shelf. */
export const prepared = async (_send: Send): Promise<Prepared> => ({});

/** One sample for every mutation of both schemas. */
export const samplesOn = (_known: Prepared): Samples => ({
  productUpdate: { input: { id: MUG, changes: { title: "Tall mug" } }, other: { id: MUG, changes: { title: "Small mug" } }, refused: { id: MUG, changes: { slug: "No slug" } }, selection: PRODUCT },
  productsUpdate: {
    input: { items: [{ id: MUG, changes: { title: "Tall mug" } }, { id: BOWL, changes: { vendor: "Kiln" } }] },
    other: { items: [{ id: MUG, changes: { title: "Small mug" } }] },
    refused: { items: [{ id: MUG, changes: { title: "Tall mug" } }, { id: NONE, changes: { title: "Nothing" } }] },
    selection: RESULTS,
  },
});
