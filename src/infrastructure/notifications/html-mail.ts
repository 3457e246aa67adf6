import { html, type Html } from "./html.js";
import type { MailContent } from "./mail-content.js";

const INK = "font-family:Helvetica,Arial,sans-serif;color:#1f2723";
const PALE = "font-family:Helvetica,Arial,sans-serif;color:#5c6661";
const CELL = "padding:6px 0;vertical-align:top";
const RULE = "border-top:1px solid #dfe3e0";

/** The mail as a page of its own. */
export const htmlMail = (content: MailContent): string =>
  html`<!doctype html>
    <html lang="${content.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${content.subject}</title>
      </head>
      <body style="margin:0;background:#f4f5f3">
        ${htmlBody(content)}
      </body>
    </html> `.text;

/** Tables and inline styles, because mail programs know little else. */
export const htmlBody = (content: MailContent): Html =>
  html` <table
    role="presentation"
    width="100%"
    cellpadding="0"
    cellspacing="0"
    style="background:#f4f5f3"
  >
    <tr>
      <td align="center" style="padding:24px 12px">
        <table
          role="presentation"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          style="max-width:560px;background:#ffffff;text-align:left"
        >
          <tr>
            <td style="padding:24px 28px 0;font-size:14px;${PALE}">${content.shop}</td>
          </tr>
          <tr>
            <td style="padding:8px 28px 0">
              <h1 style="margin:0;font-size:22px;line-height:1.3;${INK}">${content.title}</h1>
            </td>
          </tr>
          <tr>
            <td style="padding:16px 28px 0;font-size:16px;line-height:1.5;${INK}">
              <p style="margin:0 0 12px">${content.greeting}</p>
              <p style="margin:0">${content.intro}</p>
            </td>
          </tr>
          ${content.payment && block(content.payment)} ${content.button && button(content.button)}
          <tr>
            <td style="padding:28px 28px 0">
              <h2 style="margin:0 0 8px;font-size:16px;${INK}">${content.orderTitle}</h2>
              <table
                width="100%"
                cellpadding="0"
                cellspacing="0"
                style="font-size:15px;line-height:1.4;${INK}"
              >
                ${content.lines.map(orderLine)}
                ${content.sums.map((sum, index) => sumRow(sum, index === 0 ? RULE : ""))}
                ${sumRow(content.total, `${RULE};font-weight:bold`)}
              </table>
              ${content.taxNote && html`<p style="margin:6px 0 0;font-size:13px;text-align:right;${PALE}">${content.taxNote}</p>`}
            </td>
          </tr>
          ${content.deliveries.map(block)}
          <tr>
            <td style="padding:28px;font-size:16px;line-height:1.5;${INK}">
              ${content.regards}<br />${content.shop}
            </td>
          </tr>
        </table>
      </td>
    </tr>
  </table>`;

const orderLine = ({ quantity, title, options, amount }: MailContent["lines"][number]): Html =>
  html` <tr>
    <td style="${CELL};width:44px">${quantity} ×</td>
    <td style="${CELL}">
      ${title}${options && html`<br /><span style="font-size:13px;${PALE}">${options}</span>`}
    </td>
    <td align="right" style="${CELL};white-space:nowrap">${amount}</td>
  </tr>`;

const sumRow = ({ label, amount }: MailContent["total"], style: string): Html =>
  html` <tr>
    <td colspan="2" style="${CELL};${style}">${label}</td>
    <td align="right" style="${CELL};white-space:nowrap;${style}">${amount}</td>
  </tr>`;

const block = ({ title, lines }: MailContent["deliveries"][number]): Html =>
  html` <tr>
    <td style="padding:24px 28px 0;font-size:15px;line-height:1.5;${INK}">
      <h2 style="margin:0 0 4px;font-size:16px">${title}</h2>
      ${lines.map((line) => html`${line}<br />`)}
    </td>
  </tr>`;

const button = ({ label, url }: NonNullable<MailContent["button"]>): Html =>
  html` <tr>
    <td style="padding:24px 28px 0">
      <a
        href="${url}"
        style="display:inline-block;padding:12px 20px;background:#33443c;font-size:15px;font-family:Helvetica,Arial,sans-serif;color:#ffffff;text-decoration:none"
        >${label}</a
      >
    </td>
  </tr>`;
