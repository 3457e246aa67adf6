import { FrameDocument, type FrameQuery } from "../gql/graphql";
import { ask, type Asker } from "./ask.server";

export type Frame = FrameQuery;
export type Basket = NonNullable<FrameQuery["cart"]>;

/** What stands around each page; the cart is null when there is none, or none any more. */
export const readFrame = async (asker: Asker, cart: string | null): Promise<Frame> => {
  const { data } = await ask(asker, FrameDocument, { cart: cart ?? "", hasCart: cart !== null });
  return data;
};
