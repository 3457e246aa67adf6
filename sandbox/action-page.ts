import { createHash } from "node:crypto";
import type { SandboxPayment } from "./payment.js";

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;margin:10vh auto;max-width:26rem;padding:0 1rem;color:#1c1917;background:#fafaf9}
main{background:#fff;border:1px solid #e7e5e4;border-radius:12px;padding:1.5rem}
h1{font-size:1.1rem;margin:0 0 1rem}dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;margin:0 0 1.5rem}
dt{color:#57534e}dd{margin:0;text-align:right;overflow-wrap:anywhere}
button{font:inherit;padding:.6rem 1rem;border-radius:8px;border:1px solid #1c1917;background:#fff;cursor:pointer}
button[value=approve]{background:#1c1917;color:#fff}form{display:flex;gap:.75rem}p{color:#57534e;font-size:.9rem}`;

/**
 * The pages run no script and load nothing. A browser applies `form-action` also to where the answer
 * to a form leads, so the page names the origin that the buyer returns to.
 */
export const pagePolicy = ({ returnUrl }: Pick<SandboxPayment, "returnUrl">): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
    `form-action 'self'${returnUrl === null ? "" : ` ${new URL(returnUrl).origin}`}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

/** Asks the buyer whether to pay, as a bank does with 3-D Secure. */
export const actionPage = (payment: SandboxPayment): string =>
  page(
    "Confirm your payment",
    `<dl><dt>Order</dt><dd>${escaped(payment.orderNumber ?? "unknown")}</dd>
<dt>Amount</dt><dd>${escaped(written(payment.amount))}</dd></dl>
<form method="post">
<input type="hidden" name="secret" value="${escaped(payment.actionSecret ?? "")}">
<button name="decision" value="approve">Approve</button>
<button name="decision" value="decline">Decline</button>
</form>
<p>This page is part of the sandbox gateway of Plinth. No money moves.</p>`,
  );

/** For a buyer who has nowhere to return to, or comes too late. */
export const donePage = ({ state }: SandboxPayment): string =>
  page(
    state === "DECLINED" ? "The payment was declined" : `The payment is ${escaped(state)}`,
    "<p>You can close this page.</p>",
  );

const page = (title: string, content: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1>
${content}
</main></body></html>
`;

const written = ({ minorUnits, currency }: SandboxPayment["amount"]): string => {
  try {
    const format = new Intl.NumberFormat("en", { style: "currency", currency });
    const { maximumFractionDigits: digits = 2 } = format.resolvedOptions();
    return format.format(minorUnits / 10 ** digits);
  } catch {
    return `${minorUnits} ${currency}`;
  }
};

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);
