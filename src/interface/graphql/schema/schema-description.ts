import type { Api } from "./api.js";

const WRONG = `**Errors.** An entry of \`errors\` has \`extensions.code\`, \`locations\` and \`extensions.requestId\`. Mutations tell what is wrong with an input in \`userErrors\`, each with a code and the path in the input. The query \`errorCodes\` lists all codes.`;

const PAGES = `**Pages.** Lists are connections: \`first\` and \`after\`, or \`last\` and \`before\`; 20 items unless you say otherwise, 100 at most. Send \`pageInfo.endCursor\` as \`after\` for the next page. \`nodes\` has the items, \`edges\` has them with their cursors.`;

const COSTS = `**Costs.** \`extensions.cost\` tells what a request costs, and in development which limit is nearest.`;

/** What tools show before the types of a schema: how to send requests and read answers. */
export const SCHEMA_DESCRIPTIONS: Readonly<Record<Api, string>> = {
  shop: `The API of the shop, for storefronts.

**Headers.** \`Plinth-Market\` names the market, which decides prices and currency; \`Plinth-Locale\` the language, as a BCP 47 tag. Without them the defaults of the shop count. \`Idempotency-Key\` makes a mutation safe to send again. A query by GET needs \`Apollo-Require-Preflight: 1\`.

${PAGES}

${WRONG}

${COSTS}`,
  admin: `The API for staff and for programs of the shop.

**Headers.** \`Authorization: Bearer <admin key>\` on each request. \`Plinth-Locale\` names the language of texts. \`Idempotency-Key\` makes a mutation safe to send again.

${PAGES}

${WRONG} A change of something that has changed meanwhile is refused with \`STALE_VERSION\` where you send \`expectedVersion\`.

${COSTS}`,
};
