import type { Limit } from "./limit.js";

/** The bounds on drawing images. */
export const DRAWING_LIMITS = {
  drawings: {
    unit: "number",
    fallback: 2,
    least: 1,
    isUsual: true,
    about: "Images that are drawn at the same time, each in a process of its own.",
    refusal: "Further ones wait.",
  },
  clientDrawings: {
    unit: "number",
    fallback: 1,
    least: 1,
    isUsual: true,
    about: "Images that are drawn for one client at the same time.",
    refusal: "Further ones wait. Other clients are served in between.",
  },
  waitingDrawings: {
    unit: "number",
    fallback: 400,
    least: 1,
    about: "Images that wait to be drawn.",
    refusal: "The client with the most waiting images gets 503 `MEDIA_BUSY` for the last of them.",
  },
  clientWaitingDrawings: {
    unit: "number",
    fallback: 50,
    least: 1,
    about: "Images of one client that wait to be drawn.",
    refusal: "503 `MEDIA_BUSY`",
  },
  drawingWaitMs: {
    unit: "ms",
    fallback: 30_000,
    least: 100,
    about: "Time that an image waits to be drawn.",
    refusal: "503 `MEDIA_BUSY`",
  },
  drawingMs: {
    unit: "ms",
    fallback: 30_000,
    least: 100,
    about: "Time to draw one image.",
    refusal: "Its process is ended: 503 `MEDIA_BUSY`",
  },
  cachedImages: {
    unit: "number",
    fallback: 20_000,
    least: 10,
    isUsual: true,
    about: "Drawn images in `media-cache`; their disk space is `PLINTH_MEDIA_CACHE_MIB`.",
    refusal: "The least recently used ones are deleted.",
  },
} as const satisfies Readonly<Record<string, Limit>>;
