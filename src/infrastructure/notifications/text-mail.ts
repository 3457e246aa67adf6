import type { MailContent } from "./mail-content.js";

const WIDTH = 64;

/** The mail for programs that show no HTML, and for people who do not want it. */
export const textMail = (content: MailContent): string =>
  [
    [content.title],
    [content.greeting],
    [content.intro],
    ...(content.payment ? [[`${content.payment.title}:`, ...content.payment.lines]] : []),
    ...(content.button ? [[`${content.button.label}:`, content.button.url]] : []),
    [content.orderTitle, ...content.lines.flatMap(orderLine)],
    [
      ...[...content.sums, content.total].map(({ label, amount }) => inColumns(label, amount)),
      ...(content.taxNote === null ? [] : [content.taxNote]),
    ],
    ...content.deliveries.map(({ title, lines }) => [`${title}:`, ...lines]),
    [content.regards, content.shop],
  ]
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");

const orderLine = ({
  quantity,
  title,
  options,
  amount,
}: MailContent["lines"][number]): readonly string[] => [
  inColumns(`${quantity} × ${title}`, amount),
  ...(options ? [`    ${options}`] : []),
];

const inColumns = (left: string, right: string): string =>
  `${left}${" ".repeat(Math.max(WIDTH - left.length - right.length, 2))}${right}`;
