import type { Finding } from "./judge.js";
import type { TortureReport } from "./torture.js";

const MOST_SHOWN = 5;

/** The report for people. */
export const tortureText = (
  { scenes, states, tally, findings, notes, seconds }: TortureReport,
  doctor: Finding,
): string => {
  const figures = (values: Readonly<Record<string, number>>): string =>
    Object.entries(values)
      .map(([name, value]) => `${name} ${value}`)
      .join(", ");
  const { requests, busy, running, unanswered } = tally;
  const rows = [...findings, doctor];
  const width = Math.max(...rows.map(({ check }) => check.length));
  return [
    ...scenes.map(({ title, scene }) => `${title}: ${figures(scene.figures)}`),
    `orders: ${figures(states)}`,
    `requests: ${figures({ sent: requests, "told to come again": busy, "still running": running, unanswered })}; ${seconds.toFixed(0)} s`,
    ...notes.map((note) => `note: ${note}`),
    "",
    ...rows.flatMap(({ check, wrong, unchecked }) => [
      `${check.padEnd(width)}  ${unchecked === null ? (wrong.length === 0 ? "holds" : `WRONG (${wrong.length})`) : `not checked: ${unchecked}`}`,
      ...wrong.slice(0, MOST_SHOWN).map((one) => `  ${one}`),
    ]),
    "",
  ].join("\n");
};

/** Whether everything that was checked holds. */
export const isSound = ({ findings }: TortureReport, doctor: Finding): boolean =>
  [...findings, doctor].every(({ wrong }) => wrong.length === 0);
