/** What the variables of the examples name: ids are random, so they are asked for, and times lie ahead. */
export const exampleValues = async (tabs, askShop) => {
  const needsIds = tabs.some(({ variables }) => variables?.includes("Id}}"));
  return { ...weekend(), ...(needsIds && (await firstIds(askShop).catch(() => ({})))) };
};

// From the shop API, which needs no key.
const firstIds = async (askShop) => {
  const { data } = await askShop(
    "{ products(first: 1) { nodes { id variants(first: 1) { nodes { id } } } } }",
  );
  const product = data?.products?.nodes[0];
  return { productId: product?.id ?? "", variantId: product?.variants.nodes[0]?.id ?? "" };
};

const SATURDAY = 6;

const weekend = () => {
  const day = new Date();
  const midnight = (days) =>
    new Date(
      Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + days),
    ).toISOString();
  // On a Saturday the next one: prices can only be scheduled for the future.
  const ahead = (SATURDAY - day.getUTCDay()) % 7 || 7;
  return { saturday: midnight(ahead), monday: midnight(ahead + 2) };
};
