import { ADDRESSES, type Attack, type Target } from "../attack.js";
import { closedLoop } from "../closed-loop.js";
import { clientFrom, send, type Outcome } from "../send.js";
import type { Tally } from "../tally.js";

const CONNECTIONS = 50;
const FRAGMENTS = 60;

const deepQuery = `query Deep($products: Int!, $variants: Int!) { products(first: $products) { nodes { id title
  variants(first: $variants) { nodes { sku available price { formatted } optionValues { name value }
  product { title seo { title } variants(first: 2) { nodes { sku price { formatted } } } } } } } } }`;

/** One client's queries that read as much as is allowed. */
export const deepQueries: Attack = {
  name: "deep-queries",
  sends: `one client, ${CONNECTIONS} connections: the deepest allowed queries`,
  run: async (target, tally) => {
    const client = clientFrom(ADDRESSES.attacker, CONNECTIONS);
    const variables = await largestAllowed(target);
    tally.add(`first: ${variables.products}`);
    await closedLoop(
      target,
      { client, connections: CONNECTIONS },
      () => ({ query: { query: deepQuery, variables } }),
      tally,
    );
  },
};

/** What one request may ask for is found by asking for less and less. */
const largestAllowed = async ({ port }: Target) => {
  const client = clientFrom(ADDRESSES.attacker, 1);
  for (const products of [100, 80, 60, 40, 30, 20, 10, 5, 2]) {
    const variables = { products, variants: 50 };
    const { outcome } = await send({ port, client, query: { query: deepQuery, variables } });
    if (outcome === "200") return variables;
  }
  return { products: 1, variants: 5 };
};

let documents = 0;

const manyFragments = (): string => {
  const n = documents++;
  const names = Array.from({ length: FRAGMENTS }, (_, index) => `F${n}_${index}`);
  const fragments = names.map(
    (name, index) =>
      `fragment ${name} on Product { id title ${index === 0 ? `n${n}: slug` : ""} seo { title } variants(first: 5) { nodes { id sku } } ${index + 1 < FRAGMENTS ? `...${names[index + 1] ?? ""}` : ""} }`,
  );
  return `{ products(first: 1) { nodes { ...${names[0] ?? ""} } } } ${fragments.join(" ")}`;
};

const manyTokens = (): string => {
  const n = documents++;
  const repeated = "variants(first: 5) { nodes { id } } ".repeat(160);
  return `query Long${n} { products(first: 1) { nodes { n${n}: slug ${repeated}} } }`;
};

const newDocuments = (name: string, sends: string, next: () => string): Attack => ({
  name,
  sends: `one client, ${CONNECTIONS} connections: ${sends}`,
  run: (target: Target, tally: Tally) =>
    closedLoop(
      target,
      { client: clientFrom(ADDRESSES.attacker, CONNECTIONS), connections: CONNECTIONS },
      () => ({ query: { query: next() } }),
      (outcome: Outcome) => tally.add(outcome.outcome),
    ),
});

export const newFragments = newDocuments(
  "new-fragments",
  `new documents of ${FRAGMENTS} fragments`,
  manyFragments,
);
export const newTokens = newDocuments("new-tokens", "new documents of 2,000 tokens", manyTokens);
