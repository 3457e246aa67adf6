import type { OrderContent } from "../../domain/orders/order-content.js";
import type { Clock } from "../shared/clock.js";
import { parseId } from "../shared/ids.js";
import { RateLimited } from "../shared/rate-limited.js";
import { useCase } from "../shared/use-case.js";
import { anybody } from "../shared/viewer.js";
import type { OrderCodes } from "./ports/order-codes.js";
import type { OrderLookups } from "./ports/order-lookups.js";
import type { OrderReads, OrderView } from "./ports/order-reads.js";

interface Needs {
  readonly orderReads: OrderReads;
  readonly orderCodes: OrderCodes;
  readonly orderLookups: OrderLookups;
  readonly clock: Clock;
}

/** An order with everything that its buyer sees. */
export interface OwnOrder extends OrderView {
  readonly content: OrderContent;
  /** Its secret; null for who has not shown to have it. */
  readonly link: string | null;
}

interface EmailAndNumber {
  readonly email: string;
  readonly number: string;
  /** The address of the guest. */
  readonly client: string | undefined;
}

const withContent = async (
  view: OrderView | undefined,
  link: string | null,
  { orderReads }: Needs,
): Promise<OwnOrder | null> => {
  const content = view && (await orderReads.contentsOf([view.id])).get(view.id);
  return view && content ? { ...view, content, link } : null;
};

const ofLinkHash = async (
  linkHash: string,
  link: string | null,
  needs: Needs,
): Promise<OwnOrder | null> => {
  const found = await needs.orderReads.byLinkHash([linkHash], needs.clock.now());
  return withContent(found.get(linkHash), link, needs);
};

const ofLink = (link: string, needs: Needs): Promise<OwnOrder | null> =>
  ofLinkHash(needs.orderCodes.hashOf(link), link, needs);

/** The order of a guest, who knows a secret of it. */
export const readOwnOrder = {
  byLink: useCase(anybody, (needs: Needs) => ({ link }: { readonly link: string }) => {
    return ofLink(link, needs);
  }),

  /** For who has the id of its cart, which is a secret from which the link follows. */
  byCart: useCase(
    anybody,
    (needs: Needs) =>
      async ({ cartId }: { readonly cartId: string }): Promise<OwnOrder | null> => {
        const id = parseId("cart", cartId);
        return id && ofLink(needs.orderCodes.linkOf(id), needs);
      },
  ),

  /** For the answer to a change by link. */
  byLinkHash: useCase(
    anybody,
    (needs: Needs) =>
      ({ linkHash }: { readonly linkHash: string }) =>
        ofLinkHash(linkHash, null, needs),
  ),

  /**
   * Null for an unknown number as for another e-mail address, after the same work.
   * @throws RateLimited
   */
  byEmailAndNumber: useCase(
    anybody,
    (needs: Needs) =>
      async ({ email, number, client }: EmailAndNumber) => {
        const digits = number.replaceAll(/\D/g, "").slice(0, MOST_DIGITS);
        const retryAfterMs = needs.orderLookups.use(digits, client);
        if (retryAfterMs !== null)
          throw new RateLimited(retryAfterMs, "Too many orders were looked up like this.");
        const found = (await needs.orderReads.byNumber([digits], needs.clock.now())).get(digits);
        const isOwn = found !== undefined && sameAddress(found.email, email);
        return withContent(isOwn ? found : undefined, null, needs);
      },
  ),
};

const MOST_DIGITS = 16;

/** Mail servers may tell upper and lower case apart, and people do not. */
const sameAddress = (one: string, other: string): boolean =>
  one.normalize("NFC").trim().toLowerCase() === other.normalize("NFC").trim().toLowerCase();
