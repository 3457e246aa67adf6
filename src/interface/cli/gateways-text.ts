import type { ComparedGateway } from "../../application/payments/compare/gateway-truths.js";
import type { Finding, FindingKind } from "../../application/payments/compare/comparison.js";
import { countText } from "./count-text.js";
import { printableLines } from "./printable-lines.js";

/** Whether every payment was compared, and agrees. */
export const isAgreed = (compared: readonly ComparedGateway[]): boolean =>
  compared.every(({ found, reason }) => found === 0 && reason === null);

/** What `plinth doctor --gateways` says of the payments, for people. */
export const gatewaysText = (
  compared: readonly ComparedGateway[],
  findings: readonly Finding[],
): string => {
  const more = compared.reduce((sum, { found }) => sum + found, 0) - findings.length;
  return printableLines([
    "",
    ...compared.flatMap(gatewayLines),
    ...(findings.length > 0 ? ["", ...findings.flatMap(findingLines)] : []),
    ...(more > 0 ? ["", `${countText(more, "more finding")}: see --limit.`] : []),
    "",
    totalLine(compared),
  ]);
};

const gatewayLines = ({
  gateway,
  payments,
  unchecked,
  listed,
  reason,
  found,
}: ComparedGateway): readonly string[] => {
  const word = found > 0 ? `${found} found` : reason === null ? "ok" : "unchecked";
  const list =
    listed === null
      ? "Its own payments were not listed."
      : `It lists ${countText(listed, "payment")}.`;
  return [
    `${gateway.padEnd(16)} ${word} of ${countText(payments, "payment")}. ${list}`,
    ...(reason === null ? [] : [`  not checked: ${countText(unchecked, "payment")} (${reason})`]),
  ];
};

const KINDS: Readonly<Record<FindingKind, string>> = {
  DIFFERENT: "differs from the gateway",
  UNKNOWN: "is not stored",
  CHARGED_TWICE: "is of an order that was charged more than once",
};

const findingLines = (one: Finding): readonly string[] => {
  const name = one.paymentId ?? one.reference ?? "";
  const details = [
    ...(one.paymentId !== null && one.reference !== null ? [one.reference] : []),
    ...(one.orderId === null ? [] : [one.orderId]),
  ];
  return [
    `${one.gateway}: ${name} ${KINDS[one.kind]}${details.length > 0 ? ` (${details.join(", ")})` : ""}`,
    `  stored:         ${one.stored}`,
    `  at the gateway: ${one.atGateway}`,
  ];
};

const totalLine = (compared: readonly ComparedGateway[]): string => {
  if (compared.length === 0) return "No gateway is configured.";
  if (isAgreed(compared)) return "Every payment is as its gateway knows it.";
  const found = compared.reduce((sum, one) => sum + one.found, 0);
  const silent = compared.filter(({ reason }) => reason !== null).map(({ gateway }) => gateway);
  return [
    ...(found > 0 ? [`${countText(found, "finding")} about payments.`] : []),
    ...(silent.length > 0 ? [`Not everything was checked at: ${silent.join(", ")}.`] : []),
  ].join(" ");
};
