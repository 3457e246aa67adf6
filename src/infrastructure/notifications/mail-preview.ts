import { Html, html } from "./html.js";
import { htmlBody } from "./html-mail.js";
import { mailContent } from "./mail-content.js";
import { sampleMails } from "./sample-mails.js";
import { textMail } from "./text-mail.js";
import { MAIL_LANGUAGES, wordsIn } from "./texts/words-in.js";

const STYLE = Html.of(
  [
    `
  body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: #1f2723; background: #e8ebe8 }
  header { position: sticky; top: 0; padding: 12px 24px; background: #33443c; color: #fff }
  header a { margin-left: 16px; color: #fff }
  header a[aria-current] { font-weight: bold; text-decoration: none }
  main { max-width: 1240px; margin: 0 auto; padding: 8px 24px 48px }
  article { margin-top: 32px }
  article > h2 { margin: 0; font-size: 18px }
  article > p { margin: 0 0 8px; color: #5c6661 }
  .parts { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 16px; align-items: start }
  pre { margin: 0; padding: 24px; background: #fff; font: 13px/1.5 ui-monospace, monospace }
  pre { white-space: pre-wrap; overflow-wrap: anywhere }
  @media (max-width: 900px) { .parts { grid-template-columns: minmax(0, 1fr) } }
`,
  ],
  [],
);

/**
 * The page on which developers see every mail in a language, as HTML and as text.
 * @param language one without texts is shown as buyers would get it
 */
export const mailPreview =
  (shop: string) =>
  (language: string): string => {
    const current = wordsIn(language).language;
    return html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>Mails</title>
          <link rel="icon" href="data:," />
          <style>
            ${STYLE}
          </style>
        </head>
        <body>
          <header>Mails ${MAIL_LANGUAGES.map((one) => linkTo(one, one === current))}</header>
          <main>
            ${sampleMails(current).map((facts) => {
              const content = mailContent(facts, shop);
              return html`<article lang="${current}">
                <h2>${content.subject}</h2>
                <p>${facts.kind}</p>
                <div class="parts">
                  <div>${htmlBody(content)}</div>
                  <pre>${textMail(content)}</pre>
                </div>
              </article>`;
            })}
          </main>
        </body>
      </html> `.text;
  };

const linkTo = (language: string, isCurrent: boolean): Html =>
  html`<a href="?language=${language}" ${isCurrent ? html`aria-current="page"` : ""}
    >${language}</a
  >`;
