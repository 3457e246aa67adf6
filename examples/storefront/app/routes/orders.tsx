import { data, Form, useNavigation } from "react-router";
import { OrderByNumberDocument } from "../gql/graphql";
import type { Route } from "./+types/orders";
import { Field } from "../components/field";
import { OrderSheet } from "../components/order-sheet";
import { ask } from "../shop/ask.server";
import { textOf } from "../shop/form.server";
import { titled } from "../shop/head";
import { askerOf } from "../shop/request.server";
import { useTexts } from "../texts/texts";

export const meta: Route.MetaFunction = ({ matches }) =>
  titled(matches, (texts) => texts.lookUpOrder);

/** By POST: what a buyer enters is in no address and no log. */
export const action = async (args: Route.ActionArgs) => {
  const form = await args.request.formData();
  const [email, number] = [textOf(form, "email"), textOf(form, "number")];
  const found =
    email === "" || number === ""
      ? null
      : (await ask(askerOf(args), OrderByNumberDocument, { email, number })).data.order;
  return data({ order: found, email, number }, found === null ? 404 : 200);
};

const OrdersPage = ({ actionData }: Route.ComponentProps) => {
  const texts = useTexts();
  const isBusy = useNavigation().state !== "idle";
  const order = actionData?.order;
  if (order != null)
    return (
      <div className="page order">
        <OrderSheet order={order} />
      </div>
    );
  return (
    <div className="page narrow">
      <h1>{texts.lookUpOrder}</h1>
      <p>{texts.lookUpText}</p>
      <Form method="post">
        <Field
          name="email"
          label={texts.email}
          value={actionData?.email ?? ""}
          autoComplete="email"
          problem={actionData === undefined ? null : texts.notFoundOrder}
          isNeeded
        />
        <Field
          name="number"
          label={texts.number}
          value={actionData?.number ?? ""}
          autoComplete="off"
          problem={null}
          isNeeded
        />
        <button className="button" disabled={isBusy}>
          {texts.find}
        </button>
      </Form>
    </div>
  );
};

export default OrdersPage;
