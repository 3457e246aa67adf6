import type { DeliveryOptionView } from "../../../../application/delivery/ports/delivery-reads.js";
import type { DeliveryOptionId } from "../../../../domain/delivery/ids.js";
import { textsIn } from "../../../../domain/delivery/option-texts.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { type DeliveryOptionSource, presentDeliveryOption } from "./present-delivery-option.js";

/** One delivery option, together with all others that are requested in the same tick. */
export const loadDeliveryOption = async (
  context: GraphqlContext,
  id: DeliveryOptionId,
): Promise<DeliveryOptionSource | null> => {
  const { api, app, batch, viewer } = context;
  const view = await batch.load(["delivery option"], id, (ids: readonly DeliveryOptionId[]) =>
    app.delivery[api].optionsById(ids, viewer),
  );
  return view && presentIn(context, view);
};

/** In the shop with the texts in the language of the request. */
export const presentIn = (
  { api, shoppingContext }: Pick<GraphqlContext, "api" | "shoppingContext">,
  view: DeliveryOptionView,
): DeliveryOptionSource =>
  presentDeliveryOption(
    api === "shop" ? { ...view, ...textsIn(view, shoppingContext?.locale ?? null) } : view,
  );
