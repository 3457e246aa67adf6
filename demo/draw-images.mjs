// Draws the pictures of the demo catalogue: node demo/draw-images.mjs [output folder] [part of a file name]
// Needs the package "sharp"; see README.md in this folder.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";

// ---------------------------------------------------------------- colours

const C = {
  white: "#FBF7F0",
  oat: "#E8DAC4",
  sand: "#D8C09D",
  clay: "#C8714F",
  rust: "#A9522F",
  blush: "#E5B3A2",
  mustard: "#DDA63F",
  sage: "#97AB8E",
  forest: "#41604F",
  ink: "#304967",
  sky: "#A8C3D1",
  charcoal: "#3D3C42",
  plum: "#74475A",
  black: "#333238",
  stone: "#B8B1A6",
  oak: "#D5A86F",
  walnut: "#80563B",
  beech: "#E3C298",
  ash: "#E9D5B4",
  blackAsh: "#45403F",
  brass: "#CFA14E",
  steel: "#BCC3C7",
  smoke: "#7C878D",
  amber: "#CF8F3F",
  leather: "#B0703F",
  leaf: "#6E9468",
  leafDark: "#4C7355",
  leafLight: "#9DBB86",
  olive: "#8A9A6B",
  soil: "#5B4036",
};
const W = {
  // walls
  peach: "#F7E0D0",
  mint: "#DCE7DA",
  haze: "#D9E4EA",
  butter: "#F7EAC8",
  linen: "#F2EADD",
  rose: "#F4DAD4",
  lilac: "#E6DEEA",
  fog: "#E6E5E0",
  dusk: "#C9D4DE",
  clay: "#E3AE94",
  night: "#4B5C74",
  moss: "#B9CAB3",
};

const rgb = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
const mix = (a, b, t) =>
  "#" +
  rgb(a)
    .map((v, i) =>
      Math.round(v + (rgb(b)[i] - v) * t)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("");
const dk = (c, t = 0.16) => mix(c, "#2A1C2E", t);
const lt = (c, t = 0.3) => mix(c, "#FFFBF3", t);
const isDark = (c) => {
  const [r, g, b] = rgb(c);
  return r * 0.3 + g * 0.59 + b * 0.11 < 112;
};
/** A line colour that shows on c: lighter on dark colours, darker on the others. */
const on = (c, t = 0.16) => (isDark(c) ? lt(c, t * 1.1) : dk(c, t));

// ---------------------------------------------------------------- small tools

let ids = 0;
const n = (v) => +v.toFixed(1);
const p = (d, fill, x = "") => `<path d="${d}" fill="${fill}" ${x}/>`;
const line = (d, c, w, x = "") =>
  `<path d="${d}" fill="none" stroke="${c}" stroke-width="${w}" stroke-linecap="round" stroke-linejoin="round" ${x}/>`;
const el = (cx, cy, rx, ry, fill, x = "") =>
  `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" ${x}/>`;
const ci = (cx, cy, r, fill, x = "") => el(cx, cy, r, r, fill, x);
const re = (x, y, w, h, r, fill, e = "") =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" rx="${r}" fill="${fill}" ${e}/>`;
const g = (inner, transform) => `<g transform="${transform}">${inner}</g>`;
const times = (count, f) => Array.from({ length: count }, (_, i) => f(i)).join("");
const box = (x, y, w, h, r = 0) =>
  `M${x + r} ${y}h${w - 2 * r}q${r} 0 ${r} ${r}v${h - 2 * r}q0 ${r} ${-r} ${r}h${-(w - 2 * r)}q${-r} 0 ${-r} ${-r}v${-(h - 2 * r)}q0 ${-r} ${r} ${-r}z`;
const disc = (cx, cy, rx, ry = rx) =>
  `M${cx - rx} ${cy}a${rx} ${ry} 0 1 1 ${2 * rx} 0a${rx} ${ry} 0 1 1 ${-2 * rx} 0z`;

/** Clips `inner` to the outline `d`. */
const clip = (d, inner) => {
  const id = `c${++ids}`;
  return `<clipPath id="${id}"><path d="${d}"/></clipPath><g clip-path="url(#${id})">${inner}</g>`;
};
/** A filled outline with a crescent of shade on its right; `inner` is painted on it, inside the outline. */
const form = (d, c, { dx = 36, dy = 0, t = 0.13, inner = "" } = {}) =>
  p(d, c) +
  clip(
    d,
    inner +
      `<path d="${d} M-900 -900h2600v2600h-2600z" fill-rule="evenodd" transform="translate(${-dx} ${-dy})" fill="#2A1C2E" opacity="${t}"/>`,
  );
/** Shadow on the ground. */
const ground = (cx, y, rx, ry = 16) => el(cx + rx * 0.06, y, rx, ry, "#2A1C2E", 'opacity="0.13"');
/** Puts a drawing (which stands on 400,640) somewhere else. */
const at = (s, x, y, k = 1, turn = 0) =>
  g(s, `translate(${x} ${y}) scale(${k}) rotate(${turn}) translate(-400 -640)`);
/** A fixed row of numbers that looks random. */
const dice = (seed) => () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;

const speckles = (x, y, w, h, c, count = 26, seed = 7) => {
  const r = dice(seed);
  return times(count, () => ci(x + r() * w, y + r() * h, 1.6 + r() * 2.4, c, 'opacity="0.55"'));
};
const grain = (x, y, w, h, c, rows = 6, seed = 3) => {
  const r = dice(seed);
  return times(rows, (i) => {
    const yy = y + (h / rows) * (i + 0.2 + r() * 0.6),
      b = (r() - 0.5) * 26;
    return line(
      `M${n(x)} ${n(yy)}q${n(w / 4)} ${n(b)} ${n(w / 2)} 0t${n(w / 2)} 0`,
      on(c, 0.14),
      3,
      'opacity="0.6"',
    );
  });
};
const grainV = (x, y, w, h, c, rows, seed) =>
  g(grain(0, 0, h, w, c, rows, seed), `translate(${x + w} ${y}) rotate(90)`);
const leaf = (x, y, len, w, a, fill, rib) =>
  g(
    p(`M0 0Q${n(len * 0.4)} ${-w} ${len} 0Q${n(len * 0.4)} ${w} 0 0z`, fill) +
      (rib ? line(`M4 0L${n(len * 0.8)} 0`, rib, 2.5) : ""),
    `translate(${n(x)} ${n(y)}) rotate(${n(a)})`,
  );
const steam = (x, y) =>
  line(`M${x} ${y}q-22 -28 0 -56t0 -56`, "#fff", 9, 'opacity="0.6"') +
  line(`M${x + 44} ${y + 8}q-20 -24 0 -48t0 -48`, "#fff", 9, 'opacity="0.45"');

/** A twig with pairs of leaves. */
const sprig = (x, y, len, a, c = C.leaf, pairs = 5, lw = 13, ll = 48) =>
  g(
    line(`M0 0Q${n(len / 2)} -10 ${len} 0`, dk(c, 0.25), 5) +
      times(pairs, (i) => {
        const t = (i + 1) / (pairs + 0.6),
          k = 1 - t * 0.35;
        return (
          leaf(len * t, -5, ll * k, lw * k, -42, c) +
          leaf(len * t, -3, ll * k, lw * k, 42, dk(c, 0.12))
        );
      }) +
      leaf(len - 4, 0, ll * 0.7, lw * 0.7, 0, lt(c, 0.15)),
    `translate(${x} ${y}) rotate(${a})`,
  );

// ---------------------------------------------------------------- rooms

/** Wall, floor and a shape behind the product. */
function room(wall, deco, content, { width = 800, floor = 575, floorColour } = {}) {
  const fl = floorColour ?? dk(wall, 0.1),
    c = width / 2,
    up = lt(wall, 0.5);
  const back = {
    arch: () => p(`M${c - 235} ${floor}V345a235 235 0 0 1 470 0V${floor}z`, up),
    sun: () => ci(c, 360, 250, up),
    low: () => clip(`M0 0H${width}V${floor}H0z`, ci(c, floor + 20, 330, up)),
    window: () =>
      g(
        times(2, (i) => times(2, (j) => re(c - 210 + i * 190, 90 + j * 205, 172, 188, 4, up))),
        `skewX(-14) translate(90 0)`,
      ),
    panel: () =>
      times(Math.ceil(width / 160), (i) =>
        re(i * 160 + 10, -10, 140, floor - 30, 6, lt(wall, 0.22)),
      ) + re(0, floor - 18, width, 18, 0, lt(wall, 0.55)),
    tiles: () =>
      times(Math.ceil(width / 100) + 1, (i) =>
        times(8, (j) =>
          re(
            i * 100 + 3 - (j % 2) * 50,
            floor - 800 + j * 100 + 3,
            94,
            94,
            8,
            lt(wall, (i * 7 + j * 5) % 4 === 0 ? 0.5 : 0.28),
          ),
        ),
      ),
    plain: () => "",
  }[deco]();
  return (
    re(0, 0, width, 800, 0, wall) +
    back +
    re(0, floor, width, 800 - floor, 0, fl) +
    re(0, floor, width, 7, 0, dk(fl, 0.06)) +
    content
  );
}
/** Seen from above. */
function flat(wall, deco, content, { width = 800 } = {}) {
  const c = width / 2;
  const back = {
    cloth: () =>
      times(Math.ceil(width / 80), (i) =>
        re(i * 80 + 22, 0, 36, 800, 0, dk(wall, 0.05), 'opacity="0.7"'),
      ) + times(10, (i) => re(0, i * 80 + 22, width, 36, 0, dk(wall, 0.05), 'opacity="0.7"')),
    boards: () =>
      times(
        Math.ceil(width / 130),
        (i) =>
          re(i * 130, 0, 127, 800, 0, i % 2 ? wall : lt(wall, 0.12)) +
          re(i * 130, 180 + ((i * 290) % 540), 127, 4, 0, dk(wall, 0.12)),
      ),
    disc: () => ci(c, 400, 320, lt(wall, 0.5)),
    half: () => p(`M0 800L${width} 240V800z`, dk(wall, 0.06)),
    plain: () => "",
  }[deco]();
  return re(0, 0, width, 800, 0, deco === "boards" ? dk(wall, 0.1) : wall) + back + content;
}

// ---------------------------------------------------------------- kitchen

function mug(c, { hot = true, drink = "#6B4431" } = {}) {
  const body =
    "M272 338C270 440 274 520 288 590Q296 640 345 642H435Q484 640 492 590C506 520 510 440 508 338z";
  return (
    ground(400, 642, 160) +
    line("M500 400C600 380 616 540 486 556", dk(c, 0.1), 32) +
    line("M500 396C588 384 600 524 490 544", lt(c, 0.12), 8, 'opacity="0.5"') +
    form(body, c, {
      dx: 58,
      inner:
        p("M250 592Q390 618 530 592V660H250z", c === C.oat ? C.clay : "#D9B48A") +
        speckles(275, 370, 230, 220, dk(c, 0.35), 30) +
        p(
          "M296 380Q292 480 304 560",
          "none",
          `stroke="${lt(c, 0.45)}" stroke-width="12" stroke-linecap="round" opacity=".55"`,
        ),
    }) +
    el(390, 338, 118, 26, lt(c, 0.28)) +
    el(390, 340, 104, 19, dk(c, 0.35)) +
    clip(disc(390, 340, 104, 19), el(390, 350, 104, 19, drink)) +
    (hot ? steam(370, 296) : "")
  );
}
function cup(c) {
  const body = "M318 520C320 580 340 622 372 628H428C460 622 480 580 482 520z";
  return (
    ground(400, 646, 150, 14) +
    el(400, 634, 136, 18, dk(c, 0.12)) +
    el(400, 628, 136, 17, lt(c, 0.2)) +
    el(400, 628, 78, 9, dk(c, 0.1)) +
    line("M478 540q52 -6 42 34q-8 28 -52 28", dk(c, 0.1), 15) +
    form(body, c, { dx: 34, inner: speckles(320, 530, 160, 80, dk(c, 0.35), 16) }) +
    el(400, 520, 82, 18, lt(c, 0.28)) +
    el(400, 522, 71, 13, dk(c, 0.35)) +
    clip(disc(400, 522, 71, 13), el(400, 529, 71, 13, "#5A3728"))
  );
}
const espressoCups = (c) =>
  at(cup(c), 280, 640, 1.0) + at(cup(c), 512, 676, 1.15) + steam(262, 480);
function plate(c, food = "") {
  return (
    ci(412, 414, 262, "#2A1C2E", 'opacity=".12"') +
    form(disc(400, 400, 262), c, { dx: 16, dy: 14, t: 0.1 }) +
    ci(400, 400, 262, "none", `stroke="${dk(c, 0.25)}" stroke-width="7"`) +
    ci(400, 400, 184, dk(c, 0.08)) +
    ci(396, 396, 180, lt(c, isDark(c) ? 0.1 : 0.25)) +
    clip(disc(400, 400, 250), speckles(150, 150, 500, 500, dk(c, 0.35), 70, 11)) +
    food
  );
}
function cutlery(c = C.brass) {
  const fork =
    times(4, (i) => re(-24 + i * 14, 0, 6, 82, 3, c)) +
    p("M-24 74h48q2 46 -18 58h-12q-20 -12 -18 -58z", c) +
    re(-6, 120, 12, 270, 6, c);
  const knife = p("M-12 200V20Q-10 -6 14 0V200z", lt(c, 0.25)) + re(-8, 196, 17, 200, 8, c);
  return g(fork, "translate(72 210)") + g(knife, "translate(730 205)");
}
const salad =
  leaf(330, 420, 150, 60, -40, C.leaf, C.leafDark) +
  leaf(450, 440, 150, 56, 200, C.leafLight, C.leaf) +
  leaf(400, 340, 140, 52, 70, C.leafDark, C.leaf) +
  ci(430, 380, 30, C.clay) +
  ci(424, 374, 22, lt(C.clay, 0.2)) +
  ci(360, 440, 26, C.rust) +
  ci(354, 434, 19, lt(C.rust, 0.2)) +
  ci(455, 445, 20, C.mustard);
function plateStack(cs) {
  return (
    ground(400, 642, 230) +
    cs
      .map((c, i) => {
        const y = 612 - i * 34;
        return (
          p(
            `M170 ${y - 10}Q190 ${y + 30} 300 ${y + 30}H500Q610 ${y + 30} 630 ${y - 10}z`,
            dk(c, 0.06),
          ) +
          clip(
            `M170 ${y - 10}Q190 ${y + 30} 300 ${y + 30}H500Q610 ${y + 30} 630 ${y - 10}z`,
            re(520, y - 20, 200, 60, 0, dk(c, 0.2)),
          ) +
          el(400, y - 10, 232, 15, lt(c, 0.2)) +
          el(400, y - 9, 196, 9, dk(c, 0.1))
        );
      })
      .join("")
  );
}
function bowl(c, soup = C.mustard) {
  return (
    ground(400, 644, 150) +
    re(325, 618, 150, 28, 12, dk(c, 0.22)) +
    form("M186 430C196 560 290 632 400 632S604 560 614 430z", c, {
      dx: 60,
      dy: 10,
      inner:
        speckles(190, 440, 420, 180, dk(c, 0.35), 40) +
        p("M180 560Q400 640 620 560V700H180z", lt(c, 0.35), 'opacity=".45"'),
    }) +
    el(400, 430, 214, 46, lt(c, 0.3)) +
    el(400, 433, 196, 36, dk(c, 0.3)) +
    clip(
      disc(400, 433, 196, 36),
      el(400, 446, 190, 34, soup) + line("M300 446q50 -22 100 0t90 -6", lt(soup, 0.5), 7),
    ) +
    leaf(380, 442, 44, 12, -20, C.leaf) +
    leaf(430, 440, 38, 11, 200, C.leafDark)
  );
}
function teapot(c) {
  return (
    ground(400, 642, 200) +
    line("M560 440C690 400 700 600 548 590", dk(c, 0.14), 28) +
    p("M262 560C190 545 190 460 142 404L196 392C226 430 240 470 282 480z", dk(c, 0.05)) +
    p("M262 560C190 545 190 460 142 404L160 400C210 460 200 530 262 560z", dk(c, 0.18)) +
    form(
      "M230 520C230 420 310 372 400 372S576 420 576 520C576 590 520 640 460 640H346C284 640 230 590 230 520z",
      c,
      {
        dx: 60,
        dy: 8,
        inner:
          speckles(230, 380, 340, 250, dk(c, 0.35), 44, 5) +
          p("M220 602Q402 622 600 602V660H220z", c === C.oat ? C.clay : "#D9B48A") +
          line("M276 500q8 -60 60 -88", lt(c, 0.5), 14, 'opacity=".5"'),
      },
    ) +
    form("M312 382Q320 336 402 336T492 382Q402 404 312 382z", lt(c, 0.1), { dx: 40 }) +
    line("M312 383Q402 406 492 383", dk(c, 0.25), 5) +
    form(disc(402, 322, 22), C.oak, { dx: 10 })
  );
}
function dripper(c) {
  const glass =
    "M300 470H500C496 500 470 510 474 540C540 570 548 640 500 642H300C252 640 260 570 326 540C330 510 304 500 300 470z";
  return (
    ground(400, 644, 150) +
    p(glass, "#fff", 'opacity=".45"') +
    clip(glass, re(200, 580, 400, 80, 0, "#6B4431") + re(200, 580, 400, 6, 0, "#8D6248")) +
    line(glass, lt(C.sky, 0.35), 5) +
    line("M530 560q70 10 52 60q-8 18 -50 14", lt(C.sky, 0.2), 12) +
    re(352, 455, 96, 34, 8, dk(c, 0.14)) +
    form("M240 290H560L450 440Q446 456 430 456H370Q354 456 350 440z", c, {
      dx: 60,
      inner: times(6, (i) => line(`M${270 + i * 52} 296L${372 + i * 12} 450`, dk(c, 0.1), 5)),
    }) +
    p("M262 256H538L560 290H240z", "#F3E6CF") +
    el(400, 258, 138, 20, "#FBF4E6") +
    el(400, 260, 120, 14, "#6B4431") +
    el(400, 288, 162, 9, lt(c, 0.3)) +
    line("M556 306q62 -6 52 44q-8 40 -72 32", dk(c, 0.1), 18) +
    steam(376, 226)
  );
}
function carafe(c, liquid) {
  const d =
    "M352 190H448C444 260 440 300 470 350C520 420 520 520 512 600Q508 640 470 640H330Q292 640 288 600C280 520 280 420 330 350C360 300 356 260 352 190z";
  return (
    ground(400, 642, 140) +
    p(d, c, 'opacity=".45"') +
    clip(
      d,
      re(250, 420, 320, 230, 0, liquid, 'opacity=".55"') +
        el(400, 420, 120, 14, lt(liquid, 0.5), 'opacity=".8"') +
        times(9, (i) =>
          line(
            `M${352 + i * 12} 190C${356 + i * 11} 280 ${350 + i * 12} 310 ${318 + i * 20.5} 380C${290 + i * 27} 460 ${286 + i * 28} 560 ${300 + i * 25} 645`,
            "#fff",
            4,
            'opacity=".5"',
          ),
        ) +
        re(455, 180, 90, 480, 0, dk(c, 0.4), 'opacity=".12"'),
    ) +
    line(d, dk(c, 0.14), 5, 'opacity=".7"') +
    el(400, 190, 50, 10, lt(c, 0.6), `stroke="${dk(c, 0.14)}" stroke-width="4"`)
  );
}
function tumbler(c, liquid, h = 150) {
  const y = 640 - h,
    d = `M330 ${y}H470L456 626Q454 640 438 640H362Q346 640 344 626z`;
  return (
    ground(400, 641, 74, 9) +
    p(d, c, 'opacity=".5"') +
    clip(
      d,
      re(300, y + 46, 200, h, 0, liquid, 'opacity=".6"') +
        re(430, y, 60, h, 0, "#2A1C2E", 'opacity=".08"') +
        re(350, y, 12, h, 0, "#fff", 'opacity=".5"'),
    ) +
    el(400, y, 70, 10, lt(c, 0.6), `stroke="${dk(c, 0.12)}" stroke-width="4"`)
  );
}
function lemon(x, y, k = 1) {
  return g(
    form("M-58 0C-50 -44 40 -48 54 -8Q72 -4 72 4Q66 12 54 10C36 50 -50 44 -58 0z", "#EBC24A", {
      dx: 18,
      dy: 8,
      t: 0.1,
    }),
    `translate(${x} ${y}) scale(${k})`,
  );
}
const lemonHalf = (x, y, r = 46) =>
  ci(x, y, r, "#EBC24A") +
  ci(x, y, r * 0.86, "#FBF3D2") +
  times(8, (i) => leaf(x, y, r * 0.74, r * 0.36, i * 45 + 10, "#F2D36B"));
const orange = (x, y, r = 46) =>
  form(disc(x, y, r), "#E08A3E", { dx: r * 0.35, dy: r * 0.2 }) +
  leaf(x + 2, y - r + 4, r * 0.8, r * 0.24, -30, C.leafDark);
function board(c) {
  const d =
    "M372 92h56q26 0 28 28l6 78q4 36 50 40q62 6 62 64v274q0 64 -64 64H290q-64 0 -64 -64V302q0 -58 62 -64q46 -4 50 -40l6 -78q2 -28 28 -28z";
  return (
    ground(400, 640, 190) +
    g(
      form(d, c, { dx: 16, t: 0.16, inner: grainV(226, 90, 348, 560, c, 9, 9) }) +
        ci(400, 140, 18, dk(c, 0.55)) +
        line("M388 132a18 18 0 0 1 26 2", dk(c, 0.75), 5),
      "",
    )
  );
}
function bread(x, y, k = 1) {
  return g(
    ground(0, 4, 150, 12) +
      form(
        "M-150 0C-176 -60 -120 -110 0 -112S176 -60 150 0Q148 8 130 8H-130Q-148 8 -150 0z",
        "#C98B4D",
        { dx: 40, dy: 6 },
      ) +
      times(4, (i) => line(`M${-92 + i * 56} -84q26 16 22 46`, "#F0D3A0", 13)),
    `translate(${x} ${y}) scale(${k})`,
  );
}
function knife(handle) {
  const blade = "M40 372H470V452C420 482 250 490 130 440C90 422 60 400 40 372z";
  return g(
    g(
      p(blade, "#2A1C2E", 'opacity=".14" transform="translate(12 22)"') +
        re(480, 376, 276, 76, 30, "#2A1C2E", 'opacity=".14"'),
      "",
    ) +
      p(blade, "#D8DDDF") +
      clip(
        blade,
        p("M20 420C140 470 320 450 480 430V520H20z", "#F3F5F5") +
          re(20, 366, 460, 14, 0, "#AEB6BA"),
      ) +
      re(462, 362, 34, 92, 8, C.brass) +
      form("M492 364H690Q752 364 748 412Q744 462 700 452Q600 436 492 452z", handle, {
        dx: 0,
        dy: 22,
        inner: grain(492, 364, 260, 90, handle, 4),
      }) +
      times(3, (i) => ci(540 + i * 76, 406, 9, lt(C.brass, 0.3))),
    "rotate(-34 400 400)",
  );
}
function casserole(c, { open = false } = {}) {
  const knob = form(disc(400, 322, 26, 22), C.brass, { dx: 10 });
  return (
    ground(400, 642, 250) +
    re(120, 452, 90, 42, 20, dk(c, 0.2)) +
    re(138, 466, 60, 14, 7, lt(W.linen, 0.1), 'opacity=".9"') +
    re(590, 452, 90, 42, 20, dk(c, 0.28)) +
    re(602, 466, 60, 14, 7, lt(W.linen, 0.1), 'opacity=".7"') +
    form("M172 420H628V560Q628 640 548 640H252Q172 640 172 560z", c, {
      dx: 76,
      inner: line("M214 470V560", lt(c, 0.5), 16, 'opacity=".5"'),
    }) +
    form("M168 424Q180 344 400 344T632 424z", dk(c, 0.05), {
      dx: 60,
      dy: 0,
      inner: line("M230 402Q270 376 340 368", lt(c, 0.5), 11, 'opacity=".55"'),
    }) +
    re(156, 410, 488, 30, 15, lt(c, 0.12)) +
    re(156, 426, 488, 14, 7, dk(c, 0.08)) +
    re(386, 330, 28, 22, 4, dk(C.brass, 0.2)) +
    knob +
    (open ? steam(380, 290) : "")
  );
}
function skillet() {
  const c = "#3B3A40";
  const egg =
    p(
      "M300 420C280 350 350 330 400 344C460 320 520 366 500 424C510 486 450 500 400 486C350 508 296 480 300 420z",
      "#FCF6EA",
    ) +
    ci(404, 412, 46, "#EDB23C") +
    ci(392, 400, 14, "#F8D98A");
  return g(
    ci(412, 436, 226, "#2A1C2E", 'opacity=".14"') +
      re(372, 14, 56, 200, 24, c) +
      re(372, 14, 20, 200, 10, lt(c, 0.12)) +
      el(400, 52, 11, 20, W.mint) +
      p("M170 410l-26 18l30 34z", c) +
      p("M630 410l26 18l-30 34z", c) +
      ci(400, 416, 234, c) +
      ci(400, 416, 234, "none", `stroke="${lt(c, 0.2)}" stroke-width="8"`) +
      ci(400, 420, 202, dk(c, 0.3)) +
      ci(400, 424, 196, lt(c, 0.06)) +
      egg +
      leaf(330, 500, 60, 15, -30, C.leaf) +
      leaf(470, 320, 52, 14, 30, C.leafDark),
    "rotate(28 400 420)",
  );
}
function moka(c, handle = C.black) {
  const facets = (x0, x1, x2, x3, y0, y1) =>
    p(`M${x0} ${y0}H${x1}L${x3} ${y1}H${x2}z`, c) +
    [
      [0, 0.22, -0.16],
      [0.22, 0.5, 0.22],
      [0.5, 0.78, 0],
      [0.78, 1, -0.24],
    ]
      .map(([a, b, t]) =>
        p(
          `M${x0 + (x1 - x0) * a} ${y0}L${x0 + (x1 - x0) * b} ${y0}L${x2 + (x3 - x2) * b} ${y1}L${x2 + (x3 - x2) * a} ${y1}z`,
          t > 0 ? lt(c, t) : t < 0 ? dk(c, -t) : c,
        ),
      )
      .join("");
  return (
    ground(400, 642, 160) +
    line("M500 300H590Q606 300 600 320L578 440", handle, 30) +
    p("M270 268L212 252L282 330z", dk(c, 0.12)) +
    facets(322, 478, 270, 530, 462, 636) +
    re(268, 628, 264, 14, 6, dk(c, 0.3)) +
    facets(262, 538, 316, 484, 262, 440) +
    re(306, 436, 188, 30, 8, dk(c, 0.2)) +
    re(306, 436, 188, 10, 5, lt(c, 0.2)) +
    p("M256 264Q300 216 400 212T544 264z", lt(c, 0.12)) +
    p("M440 214Q520 224 544 264H470z", dk(c, 0.14)) +
    re(252, 256, 296, 14, 7, dk(c, 0.18)) +
    re(390, 186, 20, 30, 4, handle) +
    ci(400, 178, 19, handle) +
    ci(394, 172, 6, lt(handle, 0.3))
  );
}
function teaTowel(c, base = C.white) {
  const d = "M250 190H550V610Q500 622 450 612T350 614T250 606z",
    d2 = "M270 190H560V480Q500 490 440 482T270 486z";
  return (
    line("M120 178H680", C.oak, 18) +
    ci(120, 178, 17, C.brass) +
    ci(680, 178, 17, C.brass) +
    p("M262 190H562V640H262z", "#2A1C2E", 'opacity=".08" transform="translate(14 -6)"') +
    form(d, base, {
      dx: 26,
      t: 0.07,
      inner:
        [0, 1, 2].map((i) => re(240, 500 + i * 30, 330, [18, 10, 5][i], 0, c)).join("") +
        re(282, 160, 12, 480, 0, c, 'opacity=".9"') +
        re(304, 160, 5, 480, 0, c) +
        re(506, 160, 12, 480, 0, c, 'opacity=".9"') +
        re(490, 160, 5, 480, 0, c) +
        line("M400 230Q388 420 404 600", dk(base, 0.1), 5) +
        line("M350 230Q362 420 346 600", dk(base, 0.07), 4),
    }) +
    form("M246 162Q246 148 262 148H538Q554 148 554 162V214Q400 228 246 214z", base, {
      dx: 26,
      t: 0.07,
      inner:
        re(282, 140, 12, 480, 0, c, 'opacity=".9"') +
        re(304, 140, 5, 480, 0, c) +
        re(506, 140, 12, 480, 0, c, 'opacity=".9"') +
        re(490, 140, 5, 480, 0, c),
    }) +
    line("M250 214Q400 228 550 214", dk(base, 0.2), 4) +
    line("M400 148q-14 -44 0 -54t0 54", c, 6)
  );
}
function apron(c, strap = C.leather) {
  return (
    ci(400, 92, 13, C.brass) +
    line("M330 190Q338 110 400 96Q462 110 470 190", strap, 15) +
    line("M226 352Q150 380 130 470", strap, 12) +
    line("M574 352Q650 380 670 470", strap, 12) +
    form("M318 186Q400 206 482 186Q494 300 588 346V660Q400 690 212 660V346Q306 300 318 186z", c, {
      dx: 46,
      inner: line("M300 560Q296 620 290 680M500 560Q506 620 512 680", dk(c, 0.14), 5),
    }) +
    line("M326 200Q400 218 474 200", lt(c, 0.3), 3, 'stroke-dasharray="10 8"') +
    re(372, 238, 70, 62, 6, dk(c, 0.1)) +
    line("M372 246h70", lt(c, 0.3), 3, 'stroke-dasharray="10 8"') +
    line("M384 236L378 190", C.oak, 9) +
    p(box(290, 430, 220, 130, 12), dk(c, 0.1)) +
    line("M290 450H510M400 450V560", lt(c, 0.3), 3, 'stroke-dasharray="10 8"') +
    [318, 482].map((x) => ci(x, 196, 9, C.brass)).join("") +
    [296, 504].map((x) => ci(x, 438, 6, C.brass)).join("")
  );
}
function spoons() {
  const w = "#B5673F";
  return (
    ground(400, 642, 130) +
    g(
      re(-11, 0, 22, 260, 10, w) +
        form(disc(0, -28, 46, 66), w, { dx: 16 }) +
        el(-3, -30, 29, 46, dk(w, 0.12)),
      "translate(300 240) rotate(-14)",
    ) +
    g(
      re(-11, 0, 22, 280, 10, lt(w, 0.1)) +
        form(box(-42, -150, 84, 170, 30), lt(w, 0.1), {
          dx: 18,
          inner: times(3, (i) => re(-24 + i * 19, -126, 9, 110, 4, dk(w, 0.3))),
        }),
      "translate(398 262)",
    ) +
    g(
      re(-11, 0, 22, 260, 10, dk(w, 0.08)) +
        form(disc(0, -30, 52, 58), dk(w, 0.08), { dx: 18 }) +
        ci(0, -30, 14, dk(w, 0.45)),
      "translate(494 250) rotate(13)",
    ) +
    form("M276 410H524L510 610Q506 642 474 642H326Q294 642 290 610z", C.oat, {
      dx: 54,
      inner:
        speckles(280, 430, 240, 200, "#8A6D55", 46, 4) +
        re(270, 560, 260, 100, 0, C.clay, 'opacity=".9"') +
        line("M312 450V540", "#fff", 13, 'opacity=".55"'),
    }) +
    el(400, 410, 124, 17, lt(C.oat, 0.5)) +
    el(400, 412, 112, 11, dk(C.oat, 0.4)) +
    g(re(-11, 0, 22, 40, 0, w), "translate(340 374) rotate(-14)") +
    re(388, 370, 22, 42, 0, lt(w, 0.1)) +
    g(re(-11, 0, 22, 40, 0, dk(w, 0.08)), "translate(468 374) rotate(13)")
  );
}

// ---------------------------------------------------------------- pantry

function tin(c, label = C.white, motif = "leaf", h = 300) {
  const y = 640 - h;
  const art =
    motif === "leaf"
      ? leaf(392, y + 210, 96, 30, -60, C.leafDark, C.leafLight) +
        leaf(400, y + 212, 80, 26, -120, C.leaf, C.leafLight)
      : ci(400, y + 158, 44, C.forest) +
        leaf(393, y + 184, 62, 19, -62, C.leafLight) +
        leaf(398, y + 186, 52, 17, -118, lt(C.leafLight, 0.4));
  return (
    ground(400, 642, 150) +
    form(`M270 ${y + 40}H530V620Q530 642 400 642T270 620z`, c, {
      dx: 62,
      inner:
        p(
          `M270 ${y + 96}Q400 ${y + 116} 530 ${y + 96}V${y + 244}Q400 ${y + 264} 270 ${y + 244}z`,
          label,
        ) +
        art +
        line(`M300 ${y + 70}V610`, "#fff", 12, 'opacity=".28"'),
    }) +
    form(`M262 ${y}H538V${y + 50}Q538 ${y + 68} 400 ${y + 70}T262 ${y + 50}z`, dk(c, 0.1), {
      dx: 60,
    }) +
    el(400, y, 138, 22, lt(c, 0.2)) +
    el(400, y, 116, 16, lt(c, 0.1))
  );
}
function teaCup(c, drink) {
  return (
    ground(400, 642, 80, 10) +
    form("M310 520C310 590 336 640 372 640H428C464 640 490 590 490 520z", c, {
      dx: 34,
      inner: speckles(310, 530, 180, 90, dk(c, 0.35), 18),
    }) +
    el(400, 520, 90, 20, lt(c, 0.3)) +
    el(400, 522, 80, 15, drink)
  );
}
function whisk() {
  return (
    ground(400, 641, 60, 8) +
    times(9, (i) =>
      line(
        `M${380 + i * 5} 560Q${340 + i * 15} 600 ${352 + i * 12} 638`,
        i % 2 ? "#E3C793" : "#CFAE74",
        5,
      ),
    ) +
    re(374, 460, 52, 104, 12, "#D9B87E") +
    re(374, 540, 52, 12, 0, "#4A3A33") +
    re(410, 460, 16, 80, 6, "#BE9A5E")
  );
}
function coffeeBag(c, label = C.white) {
  const bean = (x, y, a, k = 1) =>
    g(
      el(0, 0, 34, 22, "#5A3728") + line("M-30 0Q-8 -12 0 0T30 0", "#8B6046", 5),
      `translate(${x} ${y}) rotate(${a}) scale(${k})`,
    );
  return {
    bag:
      ground(400, 642, 180) +
      form("M256 236L244 610Q244 642 276 642H524Q556 642 556 610L544 236z", c, {
        dx: 52,
        inner:
          p("M256 236Q300 420 262 640H200V236z", lt(c, 0.15), 'opacity=".6"') +
          p(box(300, 370, 200, 190, 10), label) +
          bean(372, 440, -30, 1.1) +
          bean(430, 470, 20, 1.1) +
          bean(392, 516, 80, 0.9),
      }) +
      form("M252 170H548L552 250H248z", dk(c, 0.1), { dx: 50 }) +
      line("M250 212H550", dk(c, 0.26), 5) +
      re(226, 230, 348, 20, 8, C.brass) +
      re(226, 241, 348, 9, 4, dk(C.brass, 0.2)),
    bean,
  };
}
function jar(fill, lid, art, { hex = false } = {}) {
  const d = hex
    ? "M290 350L252 400V590L284 642H516L548 590V400L510 350z"
    : "M286 350Q250 356 250 400V600Q250 642 292 642H508Q550 642 550 600V400Q550 356 514 350z";
  return (
    ground(400, 642, 160) +
    form(d, lt(fill, 0.45), {
      dx: 0,
      t: 0,
      inner:
        re(240, 384, 320, 300, 0, fill) +
        el(400, 384, 160, 10, lt(fill, 0.3)) +
        re(500, 340, 70, 320, 0, dk(fill, 0.4), 'opacity=".25"') +
        re(276, 370, 14, 240, 7, "#fff", 'opacity=".55"') +
        (hex
          ? re(330, 340, 4, 320, 0, "#fff", 'opacity=".25"') +
            re(466, 340, 4, 320, 0, dk(fill, 0.3), 'opacity=".25"')
          : ""),
    }) +
    line(d, lt(fill, 0.5), 6) +
    form(box(310, 440, 180, 140, 10), C.white, { dx: 10, t: 0.05 }) +
    art +
    lid
  );
}
const clothLid = (c) => {
  const d =
    "M268 300Q260 262 300 258H500Q540 262 532 300L560 372Q530 388 504 370Q470 392 436 372Q400 394 364 372Q330 392 296 370Q270 388 240 372z";
  return (
    p(d, C.white) +
    clip(
      d,
      times(12, (i) => re(232 + i * 30, 240, 15, 160, 0, c, 'opacity=".55"')) +
        times(5, (i) => re(220, 258 + i * 30, 360, 15, 0, c, 'opacity=".55"')),
    ) +
    line("M270 338Q400 352 530 338", C.oak, 9) +
    line("M390 346q-30 36 -44 40M406 346q10 34 30 44", C.oak, 6) +
    ci(398, 345, 9, C.oak)
  );
};
const metalLid = (c) =>
  form(box(276, 292, 248, 66, 14), c, { dx: 46 }) + re(276, 340, 248, 8, 0, dk(c, 0.2));
function dipper(x, y, a) {
  const w = C.oak;
  return g(
    re(-8, -260, 16, 270, 8, w) +
      times(5, (i) =>
        re(
          -34 + Math.abs(i - 2) * 6,
          i * 17,
          68 - Math.abs(i - 2) * 12,
          12,
          6,
          i % 2 ? dk(w, 0.1) : w,
        ),
      ) +
      re(-12, 0, 24, 80, 8, dk(w, 0.2), 'opacity=".5"'),
    `translate(${x} ${y}) rotate(${a})`,
  );
}
const apricot = (x, y, r = 52) =>
  form(disc(x, y, r), "#E9A04E", { dx: r * 0.35, dy: r * 0.15 }) +
  line(`M${x - 4} ${y - r + 3}Q${x - 22} ${y} ${x} ${y + r - 6}`, "#CF7F38", 4) +
  ci(x - r * 0.4, y - r * 0.3, r * 0.22, "#F6CB8B") +
  leaf(x, y - r + 4, r * 0.9, r * 0.26, -28, C.leaf);
function oilBottle(c = "#4E6142") {
  const d =
    "M366 196H434V300C434 340 500 350 500 420V612Q500 642 470 642H330Q300 642 300 612V420C300 350 366 340 366 300z";
  return (
    ground(400, 642, 120) +
    form(d, c, { dx: 44, t: 0.22, inner: re(322, 400, 14, 220, 7, "#fff", 'opacity=".3"') }) +
    re(372, 150, 56, 60, 8, "#C9A06A") +
    re(356, 190, 88, 26, 8, dk(c, 0.25)) +
    form(box(306, 440, 190, 150, 6), "#F7F0DF", { dx: 20, t: 0.06 }) +
    sprig(352, 566, 100, -52, C.olive, 4, 9, 40) +
    el(380, 530, 13, 18, C.leafDark) +
    el(424, 548, 13, 18, "#3F3340")
  );
}
function chocolate(wrap, cocoa = "#55342A", motif = "") {
  const sq = times(3, (i) =>
    times(3, (j) => {
      const x = 246 + i * 104,
        y = 116 + j * 92;
      return (
        re(x, y, 100, 88, 8, lt(cocoa, 0.06)) +
        re(x + 10, y + 8, 80, 66, 6, lt(cocoa, 0.15)) +
        re(x + 14, y + 14, 72, 58, 5, lt(cocoa, 0.06))
      );
    }),
  );
  return g(
    re(252, 120, 330, 600, 16, "#2A1C2E", 'opacity=".14"') +
      re(238, 106, 324, 300, 12, cocoa) +
      sq +
      p(
        "M226 392l30 -22l34 26l36 -30l34 28l38 -28l36 28l36 -30l34 28l34 -24l30 24V440H226z",
        "#D9D3C6",
      ) +
      p(
        "M226 404l30 -22l34 26l36 -30l34 28l38 -28l36 28l36 -30l34 28l34 -24l30 24V440H226z",
        "#EFEADF",
      ) +
      form(box(226, 420, 346, 290, 10), wrap, {
        dx: 22,
        t: 0.12,
        inner: re(226, 420, 346, 40, 0, lt(wrap, 0.22)) + motif,
      }),
    "rotate(-9 400 400)",
  );
}
const chocoArt = {
  plain: (c) => ci(400, 590, 74, lt(c, 0.35)) + ci(400, 590, 50, c) + ci(400, 590, 24, lt(c, 0.35)),
  salt: (c) =>
    times(3, (i) =>
      times(4, (j) =>
        re(
          298 + j * 58,
          500 + i * 58,
          34,
          34,
          4,
          lt(c, 0.35 + ((i + j) % 2) * 0.2),
          `transform="rotate(${45} ${315 + j * 58} ${517 + i * 58})"`,
        ),
      ),
    ),
  waves: (c) =>
    times(5, (i) =>
      line(`M200 ${500 + i * 42}q50 -40 100 0t100 0t100 0t100 0`, lt(c, 0.3 + i * 0.06), 11),
    ),
};

// ---------------------------------------------------------------- furniture

function chair(w, seat) {
  return (
    ground(400, 690, 190, 18) +
    line("M318 470L306 640M482 470L494 640", dk(w, 0.3), 17) +
    line("M298 168L292 450M502 168L508 450", w, 21) +
    line("M502 168L508 450", dk(w, 0.12), 10) +
    form("M290 186Q400 156 510 186L508 250Q400 222 292 250z", w, {
      dx: 34,
      inner: grain(290, 160, 220, 90, w, 3),
    }) +
    form("M292 312Q400 290 508 312L508 350Q400 330 292 350z", w, { dx: 34 }) +
    line("M262 500L250 690M538 500L550 690", w, 23) +
    line("M543 510L553 690", dk(w, 0.14), 9) +
    line("M258 610H542", dk(w, 0.08), 14) +
    form(
      "M290 424H510Q524 424 530 436L562 490Q566 502 552 502H248Q234 502 238 490L270 436Q276 424 290 424z",
      seat,
      { dx: 30, dy: 0, inner: times(7, (i) => line(`M230 ${436 + i * 11}H570`, dk(seat, 0.1), 3)) },
    ) +
    re(238, 496, 324, 20, 8, dk(w, 0.06))
  );
}
function lounge(c, w) {
  return (
    ground(400, 690, 240, 18) +
    line("M250 610L226 690M550 610L574 690", dk(w, 0.05), 22) +
    line("M300 610L292 664M500 610L508 664", dk(w, 0.35), 16) +
    form("M226 250Q230 190 300 186H500Q570 190 574 250L590 520H210z", c, {
      dx: 52,
      inner:
        line("M400 200V470", dk(c, 0.1), 5) +
        [
          [330, 270],
          [470, 270],
          [330, 370],
          [470, 370],
        ]
          .map(([x, y]) => ci(x, y, 8, dk(c, 0.22)))
          .join(""),
    }) +
    form(box(206, 440, 388, 110, 40), lt(c, 0.1), { dx: 0, dy: 14 }) +
    form(box(216, 530, 368, 90, 26), dk(c, 0.06), { dx: 44 }) +
    form(box(160, 380, 92, 246, 46), c, { dx: 22 }) +
    form(box(548, 380, 92, 246, 46), dk(c, 0.05), { dx: 28 })
  );
}
function sofa(c, w) {
  return (
    ground(400, 662, 340, 18) +
    [
      [120, 600, 106],
      [680, 600, 694],
      [290, 600, 288],
      [510, 600, 512],
    ]
      .map(([x, y, x2]) => line(`M${x} ${y}L${x2} 660`, w, 20))
      .join("") +
    form(box(96, 300, 608, 250, 60), c, { dx: 40 }) +
    form(box(112, 320, 290, 200, 46), lt(c, 0.07), { dx: 30, dy: 6 }) +
    form(box(398, 320, 290, 200, 46), lt(c, 0.07), { dx: 30, dy: 6 }) +
    form(box(110, 468, 292, 100, 34), lt(c, 0.14), { dx: 8, dy: 14 }) +
    form(box(398, 468, 292, 100, 34), lt(c, 0.14), { dx: 8, dy: 14 }) +
    form(box(90, 548, 620, 62, 20), dk(c, 0.05), { dx: 40 }) +
    form(box(44, 400, 96, 214, 46), c, { dx: 22 }) +
    form(box(660, 400, 96, 214, 46), dk(c, 0.05), { dx: 28 })
  );
}
function cushion(c, { stripes = "", tilt = 0 } = {}) {
  const d =
    "M206 236Q400 262 594 236Q620 232 616 262Q590 440 616 618Q620 648 590 644Q400 618 210 644Q180 648 184 618Q210 440 184 262Q180 232 206 236z";
  return g(
    form(d, c, { dx: 42, dy: 22, inner: stripes }) +
      line(d, dk(c, 0.22), 6) +
      line(
        "M250 300q40 30 44 70M548 300q-36 26 -42 62M250 580q40 -24 48 -56M548 580q-40 -20 -46 -52",
        dk(c, 0.13),
        7,
      ),
    `rotate(${tilt} 400 440)`,
  );
}
const stripesFor = (c) =>
  [0, 1, 2, 3, 4].map((i) => re(180, 300 + i * 68, 440, i % 2 ? 8 : 18, 0, c)).join("");
function stool(w) {
  return (
    ground(400, 690, 160, 16) +
    line("M400 400L404 640", dk(w, 0.28), 22) +
    line("M296 560H512", dk(w, 0.1), 14) +
    line("M318 400L254 688M482 400L546 688", w, 26) +
    line("M490 410L551 688", dk(w, 0.14), 10) +
    form("M234 372Q236 412 400 418T566 372z", dk(w, 0.1), { dx: 40 }) +
    form(disc(400, 368, 168, 40), w, { dx: 20, inner: grain(230, 330, 340, 76, w, 4) }) +
    el(392, 364, 110, 18, dk(w, 0.07))
  );
}
function sideTable(c) {
  return (
    ground(400, 690, 170, 18) +
    form("M260 672Q262 648 400 646T540 672Q540 694 400 694T260 672z", c, { dx: 40 }) +
    form("M378 420Q384 560 350 660H450Q416 560 422 420z", c, { dx: 24 }) +
    form("M190 404V424Q200 452 400 454T610 424V404z", dk(c, 0.1), { dx: 50 }) +
    el(400, 402, 210, 38, lt(c, 0.14))
  );
}
function desk(w) {
  return (
    ground(400, 690, 320, 16) +
    line("M150 470L136 640M650 470L664 640", dk(w, 0.3), 18) +
    line("M126 470L98 690M674 470L702 690", w, 24) +
    form(box(112, 424, 576, 76, 6), dk(w, 0.08), {
      dx: 30,
      inner: grain(112, 424, 576, 76, w, 3),
    }) +
    [130, 412]
      .map((x) => p(box(x, 436, 258, 52, 5), w) + re(x + 104, 454, 50, 12, 6, C.brass))
      .join("") +
    form(box(76, 396, 648, 34, 8), lt(w, 0.08), { dx: 30, inner: grain(76, 396, 648, 34, w, 2) })
  );
}
function bookStack(x, y, cs, k = 1) {
  return g(
    cs
      .map((c, i) => {
        const w = 170 - ((i * 37) % 50),
          o = ((i * 23) % 24) - 12;
        return (
          re(-w / 2 + o, -30 * (i + 1), w, 28, 4, c) +
          re(-w / 2 + o + 16, -30 * (i + 1) + 0, 8, 28, 0, lt(c, 0.5)) +
          re(w / 2 + o - 40, -30 * (i + 1), 40, 28, 4, dk(c, 0.12))
        );
      })
      .join(""),
    `translate(${x} ${y}) scale(${k})`,
  );
}
function books(x, y, cs, hs = [96, 84, 104, 90, 100]) {
  let o = x;
  return cs
    .map((c, i) => {
      const w = 20 + ((i * 11) % 13),
        h = hs[i % hs.length];
      const s = re(o, y - h, w, h, 3, c) + re(o, y - h + 14, w, 6, 0, lt(c, 0.45));
      o += w + 3;
      return s;
    })
    .join("");
}
function shelf(w) {
  const ys = [180, 315, 450, 585];
  return (
    ground(400, 700, 240, 14) +
    line("M228 100V700M572 100V700", dk(w, 0.3), 14) +
    books(260, 180, [C.clay, C.oat, C.ink, C.mustard, C.sage]) +
    at(pottedPlant(C.white, "snake", 150), 500, 180, 0.24) +
    at(vase(C.blush, "none"), 292, 315, 0.3) +
    books(400, 315, [C.plum, C.sky, C.sand, C.rust, C.forest], [82, 96, 70, 88]) +
    bookStack(310, 450, [C.sage, C.clay, C.oat]) +
    at(bowl(C.ink, C.mustard), 480, 450, 0.3) +
    books(256, 585, [C.mustard, C.ink, C.blush, C.charcoal], [90, 100, 84]) +
    at(tableLamp(C.clay), 490, 585, 0.26) +
    ys
      .map((y) => form(box(204, y, 392, 22, 5), w, { dx: 24, inner: grain(204, y, 392, 22, w, 2) }))
      .join("") +
    form(box(204, 672, 392, 22, 5), w, { dx: 24 }) +
    bookStack(400, 672, [C.oat, C.sky], 0.9) +
    line("M214 90V704M586 90V704", w, 18) +
    line("M590 90V704", dk(w, 0.14), 7)
  );
}
function mirror(frame) {
  return (
    ci(412, 372, 236, "#2A1C2E", 'opacity=".12"') +
    line("M400 84V140", C.leather, 9) +
    ci(400, 80, 14, C.brass) +
    ci(400, 360, 236, frame) +
    clip(disc(400, 360, 236), p("M440 80H700V660H560z", dk(frame, 0.12))) +
    ci(400, 360, 212, "#DCE9EC") +
    clip(
      disc(400, 360, 212),
      p("M130 480L480 60H580L180 580z", "#F3F9F8") +
        p("M360 620L700 220H740L420 640z", "#EEF6F6") +
        p("M60 500Q200 430 400 500T760 480V700H60z", "#C5D8D9") +
        sprig(540, 580, 220, -112, C.leafLight, 5, 18, 66),
    )
  );
}

// ---------------------------------------------------------------- light

/** A light beam that fades downwards: its definition and its fill. */
const beam = () => [
  '<defs><linearGradient id="beam" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#FFE9AE" stop-opacity=".62"/><stop offset="1" stop-color="#FFE9AE" stop-opacity=".06"/></linearGradient></defs>',
  "url(#beam)",
];

function tableLamp(c) {
  return (
    ground(400, 642, 140) +
    el(400, 636, 240, 34, "#FFF3C9", 'opacity=".6"') +
    form("M282 616Q284 590 400 588T518 616Q520 642 400 642T282 616z", c, { dx: 34 }) +
    form("M376 400H424L436 600H364z", c, { dx: 18 }) +
    p("M206 400Q210 436 400 438T594 400z", "#FFE7A6") +
    form("M190 400C190 270 290 206 400 206S610 270 610 400Q400 432 190 400z", c, {
      dx: 64,
      dy: 8,
      inner: line("M248 360Q256 280 340 244", lt(c, 0.55), 16, 'opacity=".55"'),
    })
  );
}
function pendant(c, { drop = 330, glow = true } = {}) {
  const y = drop;
  return (
    beam()[0] +
    (glow ? p(`M214 ${y + 60}L90 ${y + 480}H710L586 ${y + 60}z`, beam()[1]) : "") +
    line(`M400 0V${y - 190}`, C.charcoal, 7) +
    form(`M372 ${y - 200}H428L440 ${y - 150}H360z`, C.brass, { dx: 16 }) +
    el(400, y + 58, 200, 34, "#FFE9AE") +
    ci(400, y + 56, 44, "#FFF8E0") +
    form(
      `M190 ${y + 60}C196 ${y - 90} 290 ${y - 156} 400 ${y - 156}S604 ${y - 90} 610 ${y + 60}Q400 ${y + 6} 190 ${y + 60}z`,
      c,
      {
        dx: 64,
        inner: line(`M246 ${y + 6}Q262 ${y - 84} 340 ${y - 118}`, lt(c, 0.55), 15, 'opacity=".55"'),
      },
    )
  );
}
function floorLamp(metal, shade = C.white) {
  return (
    ground(300, 706, 130, 16) +
    beam()[0] +
    p("M446 340L396 700Q555 730 714 700L664 340z", beam()[1]) +
    form("M176 690Q180 668 290 668T404 690Q404 712 290 712T176 690z", C.charcoal, { dx: 30 }) +
    line("M290 676V300C290 130 555 70 555 236", metal, 15) +
    line("M294 676V300C294 140 551 80 551 236", lt(metal, 0.35), 4) +
    el(555, 340, 116, 18, "#FFE9AE") +
    form("M440 340Q446 232 555 228T670 340Q555 314 440 340z", shade, { dx: 44 })
  );
}
const flame = (x, y, k = 1) =>
  g(
    p("M0 0C-26 -14 -20 -50 0 -78C20 -50 26 -14 0 0z", "#F2A93B") +
      p("M0 -2C-13 -10 -10 -30 0 -46C10 -30 13 -10 0 -2z", "#FFE7A0"),
    `translate(${x} ${y}) scale(${k})`,
  );
function candle(glass, label, motif) {
  const d = "M274 350H526V602Q526 642 486 642H314Q274 642 274 602z";
  return (
    ground(400, 642, 150) +
    ci(400, 290, 130, "#FFE9AE", 'opacity=".5"') +
    form(d, glass, {
      dx: 56,
      inner:
        re(274, 392, 252, 260, 0, lt(glass, 0.16)) +
        re(298, 370, 15, 240, 7, "#fff", 'opacity=".4"'),
    }) +
    el(400, 350, 126, 22, lt(glass, 0.4)) +
    el(400, 354, 112, 17, "#F6EAD2") +
    re(396, 312, 8, 44, 4, C.charcoal) +
    flame(400, 330) +
    form(box(314, 436, 172, 150, 8), label, { dx: 12, t: 0.05 }) +
    motif
  );
}
const scent = {
  fig:
    ci(400, 526, 36, C.plum) +
    p("M380 500Q400 470 404 462Q406 484 420 500z", C.plum) +
    ci(390, 520, 9, lt(C.plum, 0.3)) +
    leaf(404, 474, 54, 16, -20, C.leaf) +
    leaf(400, 474, 46, 14, 200, C.leafDark),
  cedar:
    p("M400 454L440 506H420L450 552H350L380 506H360z", C.forest) +
    re(393, 552, 14, 20, 0, C.walnut),
  orange:
    ci(400, 512, 48, "#E08A3E") +
    ci(400, 512, 40, "#FBE3C0") +
    times(8, (i) => leaf(400, 512, 36, 15, i * 45, "#E99B54")),
};
function candlestick(c, h = 130, taper = C.oat) {
  const y = 640 - h;
  return (
    ground(400, 642, 90, 12) +
    re(382, y - 240, 36, 250, 8, taper) +
    re(404, y - 240, 14, 250, 6, dk(taper, 0.1)) +
    re(398, y - 258, 4, 24, 2, C.charcoal) +
    flame(400, y - 244, 0.8) +
    form(
      `M356 ${y}H444L436 ${y + 34}Q424 ${y + 44} 424 ${y + 60}V590H376V${y + 60}Q376 ${y + 44} 364 ${y + 34}z`,
      c,
      { dx: 26 },
    ) +
    (h > 180 ? form(disc(400, y + h * 0.42, 46, 34), c, { dx: 22 }) : "") +
    form("M310 616Q312 588 400 586T490 616Q492 642 400 642T310 616z", c, {
      dx: 34,
      inner: speckles(310, 590, 180, 50, dk(c, 0.35), 14),
    })
  );
}

// ---------------------------------------------------------------- textiles and bath

function throwBlanket(c, second = C.white) {
  const d = "M230 150H570V560H230z";
  const plaid =
    times(
      4,
      (i) =>
        re(250 + i * 84, 90, 34, 520, 0, second, 'opacity=".35"') +
        re(262 + i * 84, 90, 6, 520, 0, second, 'opacity=".7"'),
    ) +
    times(
      5,
      (i) =>
        re(220, 150 + i * 90, 360, 34, 0, second, 'opacity=".35"') +
        re(220, 162 + i * 90, 360, 6, 0, second, 'opacity=".7"'),
    );
  return (
    p("M250 150H596V600H250z", "#2A1C2E", 'opacity=".09"') +
    line("M150 130V760M650 130V760", C.oak, 18) +
    line("M150 320H650M150 620H650", C.oak, 14) +
    times(18, (i) =>
      line(`M${238 + i * 19} 556q${i % 2 ? 5 : -4} 30 0 56`, i % 3 ? c : lt(c, 0.3), 7),
    ) +
    form(d, c, {
      dx: 22,
      t: 0.1,
      inner: plaid + line("M330 200Q340 380 326 560M470 200Q458 380 474 560", dk(c, 0.12), 6),
    }) +
    line("M130 138H670", C.oak, 20) +
    form("M226 132Q226 116 246 116H554Q574 116 574 132V176Q400 190 226 176z", c, {
      dx: 22,
      t: 0.1,
      inner: plaid,
    }) +
    line("M228 178Q400 192 572 178", dk(c, 0.22), 4)
  );
}
function bed(c, sheet = C.white, w = C.oak, accent) {
  const pillow = (x, y, k, cc) =>
    g(
      form(
        "M-110 -50Q0 -66 110 -50Q124 -48 120 -34Q110 0 120 38Q124 52 110 54Q0 66 -110 54Q-124 52 -120 38Q-110 0 -120 -34Q-124 -48 -110 -50z",
        cc,
        { dx: 20, dy: 12, t: 0.1 },
      ),
      `translate(${x} ${y}) scale(${k})`,
    );
  return (
    ground(400, 700, 370, 14) +
    form("M96 300Q96 226 170 226H630Q704 226 704 300V640H96z", w, {
      dx: 20,
      inner: times(6, (i) => re(148 + i * 100, 226, 4, 430, 0, dk(w, 0.14))),
    }) +
    re(84, 560, 22, 140, 6, dk(w, 0.12)) +
    re(694, 560, 22, 140, 6, dk(w, 0.2)) +
    p(box(104, 450, 592, 200, 24), sheet) +
    pillow(258, 408, 1.08, sheet) +
    pillow(542, 408, 1.08, sheet) +
    pillow(286, 436, 0.92, c) +
    pillow(514, 436, 0.92, c) +
    (accent ? pillow(400, 456, 0.62, accent) : "") +
    form(
      "M84 500Q96 470 150 476Q400 492 650 476Q704 470 716 500L730 676Q732 696 708 696H92Q68 696 70 676z",
      c,
      {
        dx: 40,
        inner:
          p("M70 480Q400 516 730 480V540Q400 566 70 540z", lt(c, 0.35)) +
          line(
            "M230 566Q218 630 226 700M410 570Q420 640 404 700M580 566Q592 630 580 700M320 600Q314 650 322 700M500 590Q508 650 496 700",
            dk(c, 0.1),
            7,
          ),
      },
    )
  );
}
function towels(cs) {
  return (
    ground(400, 642, 210) +
    cs
      .map((c, i) => {
        const y = 560 - i * 84,
          x = 204 + ((i * 17) % 26),
          w = 392 - ((i * 29) % 34),
          d = `M${x + 42} ${y}H${x + w}V${y + 82}H${x + 42}Q${x} ${y + 82} ${x} ${y + 41}T${x + 42} ${y}z`;
        return (
          form(d, c, {
            dx: 34,
            t: 0.1,
            inner:
              times(22, (k) => re(x + k * 20, y, 4, 90, 0, dk(c, 0.1))) +
              times(5, (k) => re(x, y + k * 20 + 4, w, 4, 0, dk(c, 0.1))) +
              re(x, y + 39, w, 5, 0, dk(c, 0.28)) +
              re(x + w - 74, y, 26, 90, 0, lt(c, 0.45)),
          }) +
          line(
            `M${x + w} ${y + 5}Q${x + w + 9} ${y + 20} ${x + w} ${y + 38}M${x + w} ${y + 45}Q${x + w + 9} ${y + 62} ${x + w} ${y + 78}`,
            dk(c, 0.16),
            7,
          )
        );
      })
      .join("")
  );
}
function rug(a, b, c2) {
  const dia = (x, y, r, f) =>
    p(`M${x} ${y - r}L${x + r * 0.8} ${y}L${x} ${y + r}L${x - r * 0.8} ${y}z`, f);
  return (
    re(182, 112, 460, 606, 0, "#2A1C2E", 'opacity=".16"') +
    times(30, (i) => line(`M${178 + i * 15.3} 112v-34M${178 + i * 15.3} 690v34`, lt(b, 0.2), 5)) +
    re(170, 100, 460, 600, 0, a) +
    re(170, 130, 460, 18, 0, b) +
    re(170, 652, 460, 18, 0, b) +
    re(170, 160, 460, 7, 0, c2) +
    re(170, 634, 460, 7, 0, c2) +
    clip(
      "M170 168H630V634H170z",
      times(3, (i) =>
        times(
          3,
          (j) =>
            dia(246 + i * 154, 248 + j * 154, 84, b) +
            dia(246 + i * 154, 248 + j * 154, 58, a) +
            dia(246 + i * 154, 248 + j * 154, 32, c2),
        ),
      ) + times(4, (i) => times(4, (j) => dia(169 + i * 154, 171 + j * 154, 24, c2))),
    ) +
    times(12, (i) => re(170, 100 + i * 50, 460, 3, 0, "#2A1C2E", 'opacity=".05"'))
  );
}
function soap(c, deep = dk(c, 0.1)) {
  const bar = (x, y, k, cc) =>
    g(
      form(
        "M-170 -60Q-170 -90 -140 -90H140Q170 -90 170 -60V30Q170 60 140 60H-140Q-170 60 -170 30z",
        cc,
        { dx: 26, dy: 22, t: 0.12 },
      ) + re(-140, -72, 280, 96, 18, "none", `stroke="${lt(cc, 0.4)}" stroke-width="5"`),
      `translate(${x} ${y}) scale(${k})`,
    );
  return (
    ground(400, 646, 250) +
    form(box(170, 590, 460, 40, 12), C.oak, { dx: 30, inner: grain(170, 590, 460, 40, C.oak, 2) }) +
    [220, 540].map((x) => re(x, 626, 40, 20, 4, dk(C.oak, 0.2))).join("") +
    bar(400, 530, 1.12, c) +
    g(bar(420, 376, 1.02, deep), "rotate(-4 420 376)") +
    leaf(380, 370, 90, 22, -24, C.olive, lt(C.olive, 0.4)) +
    leaf(386, 374, 76, 20, 168, C.leafDark, C.leaf)
  );
}
function pump(c, liquid) {
  const d = "M310 340Q280 352 280 400V600Q280 642 322 642H478Q520 642 520 600V400Q520 352 490 340z";
  return (
    ground(400, 642, 140) +
    line("M400 300V200", C.charcoal, 20) +
    line("M400 204H500Q516 204 516 226", C.charcoal, 24) +
    re(370, 176, 78, 36, 10, C.charcoal) +
    re(352, 286, 96, 62, 10, C.charcoal) +
    re(352, 306, 96, 6, 0, lt(C.charcoal, 0.25)) +
    form(d, c, { dx: 54, t: 0.18, inner: re(304, 380, 15, 230, 7, "#fff", 'opacity=".35"') }) +
    form(box(312, 420, 176, 160, 8), C.white, { dx: 10, t: 0.05 }) +
    liquid
  );
}

// ---------------------------------------------------------------- wear and carry

function tee(c) {
  const d =
    "M300 150Q400 210 500 150L580 184Q600 194 610 216L676 344Q684 360 668 370L592 414Q578 420 572 406L556 372V650Q556 668 538 668H262Q244 668 244 650V372L228 406Q222 420 208 414L132 370Q116 360 124 344L190 216Q200 194 220 184z";
  return (
    p(d, "#2A1C2E", 'opacity=".1" transform="translate(14 16)"') +
    form(d, c, {
      dx: 24,
      dy: 6,
      t: 0.1,
      inner:
        line("M556 372L540 300M244 372L260 300", on(c, 0.18), 5) +
        line("M330 480Q340 580 326 668M470 500Q462 590 478 668", on(c, 0.09), 6) +
        line(
          "M130 356L212 404M670 356L588 404M244 644H556",
          on(c, 0.2),
          4,
          'stroke-dasharray="12 8"',
        ),
    }) +
    p("M300 150Q400 210 500 150Q470 140 460 140Q400 172 340 140Q330 140 300 150z", dk(c, 0.35)) +
    line("M304 152Q400 226 496 152", on(c, 0.12), 15) +
    re(388, 176, 24, 14, 2, C.white)
  );
}
function jumper(c) {
  const d =
    "M310 160Q400 200 490 160L570 190Q600 200 612 236L676 560Q680 578 662 582L604 592Q590 594 586 580L556 420V660H244V420L214 580Q210 594 196 592L138 582Q120 578 124 560L188 236Q200 200 230 190z";
  const cable = (x, c0) =>
    times(7, (i) =>
      line(
        `M${x - 15} ${230 + i * 58}q30 14 30 29t-30 29M${x + 15} ${230 + i * 58}q-30 14 -30 29t30 29`,
        c0,
        6,
      ),
    );
  return (
    p(d, "#2A1C2E", 'opacity=".1" transform="translate(14 16)"') +
    form(d, c, {
      dx: 24,
      dy: 6,
      t: 0.1,
      inner:
        cable(400, on(c, 0.16)) +
        cable(322, on(c, 0.12)) +
        cable(478, on(c, 0.12)) +
        line("M360 200V620M440 200V620M284 240V620M516 240V620", on(c, 0.13), 4) +
        re(240, 614, 320, 60, 0, dk(c, 0.1)) +
        times(22, (i) => re(246 + i * 14.6, 616, 5, 50, 0, on(c, 0.2))) +
        p("M100 546L240 572V640H100z", dk(c, 0.1)) +
        p("M700 546L560 572V640H700z", dk(c, 0.1)) +
        times(7, (i) =>
          line(
            `M${140 + i * 12} ${548 + i * 2}l-6 40M${660 - i * 12} ${548 + i * 2}l6 40`,
            on(c, 0.2),
            4,
          ),
        ) +
        line("M556 420L540 310M244 420L260 310", on(c, 0.22), 6),
    }) +
    p("M310 160Q400 200 490 160L478 122Q400 148 322 122z", dk(c, 0.08)) +
    p("M322 122Q400 148 478 122Q400 104 322 122z", dk(c, 0.4)) +
    times(11, (i) =>
      line(
        `M${328 + i * 14.4} ${134 + Math.sin((i / 10) * Math.PI) * 10}l${(i - 5) * -0.6} 30`,
        on(c, 0.2),
        4,
      ),
    )
  );
}
function choreJacket(c) {
  const d =
    "M316 150L484 150L574 184Q604 196 614 232L672 566Q676 584 658 588L600 598Q586 600 582 586L556 420V664Q556 676 544 676H256Q244 676 244 664V420L218 586Q214 600 200 598L142 588Q124 584 128 566L186 232Q196 196 226 184z";
  const pocket = (x, y, w, h) =>
    p(`M${x} ${y}h${w}v${h - 18}q0 18 -18 18h${-(w - 36)}q-18 0 -18 -18z`, dk(c, 0.07)) +
    line(
      `M${x + 6} ${y + 12}h${w - 12}M${x + 6} ${y + 6}v${h - 20}M${x + w - 6} ${y + 6}v${h - 20}`,
      lt(c, 0.25),
      2.5,
      'stroke-dasharray="9 6"',
    );
  return (
    p(d, "#2A1C2E", 'opacity=".1" transform="translate(14 16)"') +
    p("M320 150L400 300L480 150z", dk(c, 0.4)) +
    p("M336 150L400 260L464 150z", C.white) +
    form(d + "M336 150L400 300L464 150z", c, {
      dx: 0,
      t: 0,
      inner:
        p("M556 100H700V700H520z", "#2A1C2E", 'opacity=".08"') +
        line("M400 290V676", dk(c, 0.24), 5) +
        line("M556 420L540 310M244 420L260 310", dk(c, 0.24), 6) +
        line("M134 560L216 574M666 560L584 574", lt(c, 0.25), 3, 'stroke-dasharray="9 6"'),
    }) +
    p("M316 150L346 138L404 296L330 256Q310 200 316 150z", lt(c, 0.1)) +
    p("M484 150L454 138L400 296L470 256Q490 200 484 150z", dk(c, 0.05)) +
    pocket(274, 500, 104, 124) +
    pocket(424, 500, 104, 124) +
    pocket(440, 336, 80, 92) +
    times(
      5,
      (i) =>
        ci(418, 326 + i * 76, 10, lt(C.leather, 0.1)) +
        ci(418, 326 + i * 76, 4, dk(C.leather, 0.3)),
    )
  );
}
function beanie(c) {
  const d = "M210 500C206 320 280 190 400 190S594 320 590 500z";
  return (
    ground(400, 640, 210) +
    form(d, c, {
      dx: 60,
      inner: times(13, (i) =>
        line(`M${202 + i * 33} 520Q${236 + i * 27} 330 400 196`, dk(c, 0.14), 6),
      ),
    }) +
    form(box(186, 480, 428, 150, 34), lt(c, 0.08), {
      dx: 56,
      inner: times(17, (i) => re(206 + i * 25, 480, 7, 150, 0, dk(c, 0.12))),
    }) +
    re(500, 540, 56, 40, 4, C.leather) +
    re(
      506,
      546,
      44,
      28,
      2,
      "none",
      `stroke="${lt(C.leather, 0.4)}" stroke-width="2" stroke-dasharray="5 4"`,
    )
  );
}
function scarf(c, b) {
  const tail = (x, w, y0, y1) =>
    times(8, (i) =>
      line(`M${x + 8 + i * ((w - 16) / 7)} ${y1 - 4}v44`, i % 2 ? c : dk(c, 0.1), 7),
    ) +
    form(`M${x} ${y0}H${x + w}V${y1}H${x}z`, c, {
      dx: 20,
      inner:
        [0, 1, 2].map((i) => re(x, y1 - 150 + i * 42, w, 20, 0, b)).join("") +
        re(x, y1 - 166, w, 6, 0, b) +
        line(`M${x + w / 2} ${y0}V${y1}`, dk(c, 0.1), 4),
    });
  return (
    line("M210 130H590", C.oak, 30) +
    [260, 400, 540]
      .map((x) => line(`M${x} 130v38`, dk(C.oak, 0.1), 20) + ci(x, 172, 18, lt(C.oak, 0.15)))
      .join("") +
    g("<g opacity='.09'>" + re(310, 220, 190, 350, 0, "#2A1C2E") + "</g>", "translate(20 10)") +
    tail(408, 110, 250, 540) +
    tail(288, 124, 250, 620) +
    form("M288 262Q286 176 400 168Q518 176 518 262Q470 250 412 262Q350 272 288 262z", lt(c, 0.08), {
      dx: 26,
      inner: line("M340 262Q340 210 384 182M462 258Q460 206 416 182", dk(c, 0.14), 5),
    }) +
    line("M400 180v18", dk(C.oak, 0.2), 12) +
    ci(400, 172, 18, lt(C.oak, 0.15))
  );
}
function sock(c, b) {
  const d =
    "M300 130H440V400Q440 430 466 448L580 524Q628 560 596 606Q566 640 516 622L350 552Q300 530 300 470z";
  return (
    p(d, "#2A1C2E", 'opacity=".1" transform="translate(14 16)"') +
    form(d, c, {
      dx: 22,
      dy: 6,
      inner:
        re(290, 120, 170, 74, 0, dk(c, 0.1)) +
        times(9, (i) => re(306 + i * 16, 120, 6, 74, 0, dk(c, 0.24))) +
        re(290, 214, 170, 20, 0, b) +
        re(290, 246, 170, 8, 0, b) +
        p("M280 440Q350 450 366 570L280 600z", b) +
        p("M560 480L500 640H640V480z", b),
    })
  );
}
const socks = (c, b) =>
  g(sock(c, b), "translate(120 -20) rotate(6 400 400)") +
  g(sock(c, b), "translate(-80 40) rotate(-4 400 400)");
function tote(c, handle, print) {
  return (
    ground(400, 660, 210) +
    line("M322 340C320 120 470 120 478 340", dk(handle, 0.16), 24) +
    form("M206 320H594L620 630Q622 660 592 660H208Q178 660 180 630z", c, {
      dx: 40,
      t: 0.1,
      inner: line("M262 400Q256 540 242 660M548 420Q556 560 560 660", dk(c, 0.09), 6) + print,
    }) +
    line("M208 346H592", dk(c, 0.2), 3, 'stroke-dasharray="12 8"') +
    line("M310 400V340C300 90 500 90 490 340V400", handle, 26) +
    [310, 490]
      .map(
        (x) =>
          re(x - 16, 376, 32, 40, 3, handle) +
          line(`M${x - 9} 383l18 26M${x + 9} 383l-18 26`, lt(handle, 0.5), 3),
      )
      .join("")
  );
}
const totePrint = {
  sun:
    ci(400, 500, 62, C.clay) +
    times(12, (i) => g(re(-5, -104, 10, 30, 5, C.clay), `translate(400 500) rotate(${i * 30})`)),
  sprig: sprig(400, 610, 170, -90, lt(C.sage, 0.2), 5, 16, 62),
  wave: times(4, (i) => line(`M290 ${450 + i * 40}q28 -26 55 0t55 0t55 0t55 0`, C.white, 10)),
};
function backpack(c, trim = C.leather) {
  return (
    ground(400, 672, 190) +
    line("M232 300C170 340 170 540 226 620", dk(c, 0.3), 34) +
    line("M568 300C630 340 630 540 574 620", dk(c, 0.35), 34) +
    line("M352 150C356 96 444 96 448 150", trim, 18) +
    form("M236 250H564L580 600Q582 670 512 670H288Q218 670 220 600z", c, { dx: 46 }) +
    form(
      "M222 176Q222 140 260 140H540Q578 140 578 176V232Q578 268 540 268H260Q222 268 222 232z",
      dk(c, 0.06),
      { dx: 40, inner: re(210, 196, 380, 8, 0, dk(c, 0.25)) },
    ) +
    form("M262 430H538V600Q538 630 508 630H292Q262 630 262 600z", lt(c, 0.07), { dx: 34 }) +
    p("M258 420H542V470Q400 500 258 470z", dk(c, 0.1)) +
    line("M290 136V400M510 136V400", trim, 22) +
    [290, 510]
      .map((x) => re(x - 20, 300, 40, 46, 6, C.brass) + re(x - 10, 310, 20, 26, 3, dk(c, 0.2)))
      .join("") +
    re(384, 444, 32, 66, 6, trim) +
    ci(400, 494, 7, C.brass)
  );
}
function sneaker(c, sole = C.white, accent = C.oat) {
  const d =
    "M150 590L142 440Q140 408 172 404Q196 402 210 428Q240 470 300 440Q330 424 352 388Q364 372 384 384L420 414Q470 480 560 500Q650 518 664 590z";
  return (
    ground(405, 652, 290) +
    form(d, c, {
      dx: 0,
      t: 0,
      inner:
        p("M130 540Q400 566 680 540V620H130z", dk(c, 0.1), 'opacity=".6"') +
        p("M540 490Q530 540 550 600H700V480z", accent) +
        p("M130 448Q176 452 206 470Q212 530 204 600H130z", accent) +
        line("M240 590Q300 560 330 480M276 594Q336 566 372 490", accent, 13) +
        line("M146 420Q196 398 214 434Q246 480 312 444Q340 428 360 396", on(c, 0.14), 22),
    }) +
    form("M340 400Q326 362 350 348Q372 340 390 366L424 414L398 446z", on(c, 0.12), { dx: 12 }) +
    times(5, (i) =>
      line(
        `M${352 + i * 29} ${444 + i * 13}L${396 + i * 26} ${414 + i * 17}`,
        isDark(c) ? C.white : dk(c, 0.16),
        12,
      ),
    ) +
    p("M134 584Q400 606 668 578Q690 584 684 616Q680 648 640 648H172Q132 648 132 612z", sole) +
    line("M140 618Q400 634 684 610", dk(sole, 0.2), 5) +
    clip(
      "M134 584Q400 606 668 578Q690 584 684 616Q680 648 640 648H172Q132 648 132 612z",
      re(120, 634, 600, 30, 0, "#B9855A"),
    )
  );
}
function umbrella(c) {
  const top =
    "M90 400C100 210 230 110 400 110S700 210 710 400Q660 352 606 396Q560 348 503 392Q455 346 400 390Q345 346 297 392Q240 348 194 396Q140 352 90 400z";
  return g(
    line("M400 90V120", C.walnut, 12) +
      line("M400 380V640Q400 700 448 700T496 646", C.walnut, 20) +
      line("M400 380V560", C.steel, 10) +
      form(top, c, {
        dx: 40,
        dy: 6,
        inner:
          p("M400 100Q310 220 297 400H194Q220 200 400 100z", lt(c, 0.14)) +
          p("M400 100Q490 220 503 400H606Q580 200 400 100z", dk(c, 0.08)),
      }) +
      line(
        "M400 112Q310 220 297 392M400 112Q490 220 503 392M400 112Q220 200 194 396M400 112Q580 200 606 396M400 112V390",
        dk(c, 0.2),
        4,
      ),
    "rotate(12 400 400)",
  );
}
function watch(dial, strap, metal = C.steel) {
  return g(
    re(322, 20, 180, 780, 30, "#2A1C2E", 'opacity=".12"') +
      form("M316 -20H484L476 300H324z", strap, { dx: 26 }) +
      form("M324 500H476L462 760Q458 790 430 790H370Q342 790 338 760z", strap, { dx: 26 }) +
      line(
        "M334 -10L342 260M466 -10L458 260M342 540L354 750M458 540L446 750",
        lt(strap, 0.35),
        4,
        'stroke-dasharray="13 9"',
      ) +
      times(4, (i) => el(400, 600 + i * 42, 7, 10, dk(strap, 0.5))) +
      ci(410, 412, 172, "#2A1C2E", 'opacity=".14"') +
      re(560, 380, 34, 42, 8, dk(metal, 0.2)) +
      re(320, 228, 160, 44, 10, dk(metal, 0.14)) +
      re(320, 528, 160, 44, 10, dk(metal, 0.14)) +
      ci(400, 400, 172, metal) +
      ci(400, 400, 172, "none", `stroke="${lt(metal, 0.5)}" stroke-width="6"`) +
      ci(400, 400, 146, dk(metal, 0.25)) +
      ci(400, 400, 140, dial) +
      times(60, (i) =>
        g(
          re(-1.5, -132, 3, i % 5 ? 8 : 0, 1, lt(dial, 0.6)),
          `translate(400 400) rotate(${i * 6})`,
        ),
      ) +
      times(12, (i) =>
        g(
          re(-5, -130, 10, i % 3 ? 20 : 32, 3, rgb(dial)[0] > 160 ? C.charcoal : C.white),
          `translate(400 400) rotate(${i * 30})`,
        ),
      ) +
      line("M400 400L340 342", rgb(dial)[0] > 160 ? C.charcoal : C.white, 13) +
      line("M400 400L472 318", rgb(dial)[0] > 160 ? C.charcoal : C.white, 9) +
      line("M400 430V296", C.clay, 4) +
      ci(400, 400, 11, C.clay) +
      p("M290 330L400 262L440 266L280 380z", "#fff", 'opacity=".14"'),
    "rotate(-18 400 400)",
  );
}

// ---------------------------------------------------------------- plants, paper, play

function foliage(kind, y) {
  if (kind === "snake")
    return [
      [-100, -18, 250, 30],
      [-50, -8, 330, 34],
      [0, 2, 380, 36],
      [52, 10, 310, 34],
      [96, 20, 230, 28],
    ]
      .map(([o, a, h, w], i) =>
        g(
          p(
            `M0 10C${-w} ${-h * 0.4} ${-w} ${-h * 0.7} 0 ${-h}C${w} ${-h * 0.7} ${w} ${-h * 0.4} 0 10z`,
            i % 2 ? C.leaf : C.leafDark,
          ) +
            p(
              `M0 0C${-w * 0.5} ${-h * 0.4} ${-w * 0.5} ${-h * 0.7} 0 ${-h * 0.93}C${-w * 0.1} ${-h * 0.6} ${-w * 0.1} ${-h * 0.4} 0 0z`,
              C.leafLight,
              'opacity=".7"',
            ),
          `translate(${400 + o * 0.6} ${y + 10}) rotate(${a})`,
        ),
      )
      .join("");
  if (kind === "rubber")
    return (
      line(`M400 ${y}V${y - 330}`, "#6B4B3B", 11) +
      [
        [-30, -148, 150],
        [-30, -30, 150],
        [-110, -158, 158],
        [-110, -22, 158],
        [-190, -146, 140],
        [-190, -34, 140],
        [-262, -128, 118],
        [-262, -52, 118],
        [-320, -90, 104],
      ]
        .map(([o, a, l], i) =>
          leaf(400, y + o, l, l * 0.36, a, i % 2 ? C.leaf : C.leafDark, C.leafLight),
        )
        .join("")
    );
  if (kind === "palm")
    return [-158, -132, -108, -84, -60, -34, -16]
      .map((a, i) =>
        g(
          line(`M0 0Q130 -60 250 20`, C.leafDark, 5) +
            times(10, (k) => {
              const t = (k + 2) / 12,
                x = 250 * t,
                yy = -120 * t * (1 - t) + 20 * t * t;
              return (
                leaf(x, yy, 74 - Math.abs(k - 4) * 5, 11, 50, i % 2 ? C.leaf : C.leafDark) +
                leaf(x, yy, 74 - Math.abs(k - 4) * 5, 11, -60, i % 2 ? C.leafLight : C.leaf)
              );
            }),
          `translate(400 ${y + 10}) rotate(${a + (i < 3 ? 0 : 0)}) scale(${i === 3 ? 1.1 : 0.95} ${a < -90 ? -0.9 : 0.9})`,
        ),
      )
      .join("");
  return "";
}
function pottedPlant(c, kind = "snake", h = 200) {
  const y = 620 - h;
  return (
    ground(400, 642, 120) +
    foliage(kind, y + 8) +
    line("M320 580L306 640M480 580L494 640", dk(C.oak, 0.05), 16) +
    form(`M266 ${y}H534L512 570Q506 612 462 612H338Q294 612 288 570z`, c, {
      dx: 56,
      inner:
        speckles(270, y + 20, 260, h, dk(c, 0.35), 30) +
        line(`M304 ${y + 60}V560`, lt(c, 0.5), 13, 'opacity=".5"'),
    }) +
    re(256, y - 12, 288, 40, 10, lt(c, 0.08)) +
    re(490, y - 12, 54, 40, 10, dk(c, 0.12))
  );
}
function vase(c, stems = "eucalyptus") {
  const art = {
    eucalyptus:
      sprig(400, 420, 310, -104, "#86A596", 6, 22, 56) +
      sprig(404, 420, 260, -74, "#9DB8A8", 5, 20, 52) +
      sprig(398, 420, 200, -128, "#76978A", 4, 19, 48),
    blossom: [
      [-112, 330],
      [-84, 370],
      [-62, 280],
    ]
      .map(([a, l]) =>
        g(
          line(`M0 0Q${l / 2} -24 ${l} 0`, "#7A5A4A", 7) +
            times(
              8,
              (i) =>
                ci(
                  60 + i * ((l - 60) / 7),
                  -14 + ((i * 37) % 40) - 12,
                  13 + (i % 3) * 3,
                  i % 2 ? "#F6C9BF" : "#F9E2D8",
                ) + ci(60 + i * ((l - 60) / 7), -14 + ((i * 37) % 40) - 12, 4, C.mustard),
            ),
          `translate(400 430) rotate(${a})`,
        ),
      )
      .join(""),
    pampas: [
      [-108, 330],
      [-88, 380],
      [-68, 310],
    ]
      .map(([a, l]) =>
        g(
          line(`M0 0H${l - 90}`, "#B59A6E", 5) +
            leaf(l - 170, 0, 200, 34, 0, "#E0C99C") +
            leaf(l - 150, 0, 160, 16, 0, "#EDDDBB"),
          `translate(400 430) rotate(${a})`,
        ),
      )
      .join(""),
    none: "",
  }[stems];
  return (
    ground(400, 642, 140) +
    art +
    form(
      "M366 400H434C436 430 440 440 470 456C540 500 540 580 490 630Q480 642 460 642H340Q320 642 310 630C260 580 260 500 330 456C360 440 364 430 366 400z",
      c,
      {
        dx: 52,
        dy: 4,
        inner:
          speckles(270, 450, 260, 190, dk(c, 0.35), 40, 8) +
          line("M312 540Q314 500 350 478", lt(c, 0.55), 13, 'opacity=".6"'),
      },
    ) +
    el(400, 400, 42, 10, lt(c, 0.2)) +
    el(400, 401, 32, 6, dk(c, 0.4))
  );
}
function wateringCan(c) {
  return (
    ground(400, 642, 190) +
    line("M500 420C640 380 650 600 500 590", dk(c, 0.16), 20) +
    line("M300 590L150 370", c, 30) +
    line("M308 592L160 376", dk(c, 0.14), 9) +
    g(
      form("M-52 0H52L34 44H-34z", lt(c, 0.06), { dx: 14 }) +
        el(0, 0, 52, 12, lt(c, 0.3)) +
        times(5, (i) => ci(-30 + i * 15, 0, 3, dk(c, 0.4))),
      "translate(142 346) rotate(-34)",
    ) +
    form("M290 420H520L534 610Q536 642 504 642H306Q274 642 276 610z", c, {
      dx: 52,
      inner:
        re(270, 470, 280, 7, 0, dk(c, 0.14)) +
        re(270, 590, 280, 7, 0, dk(c, 0.14)) +
        line("M318 500V570", lt(c, 0.55), 13, 'opacity=".6"'),
    }) +
    el(405, 420, 115, 20, lt(c, 0.25)) +
    p("M405 401A115 19 0 0 1 405 439z", dk(c, 0.4)) +
    line("M330 410C330 300 480 300 484 410", dk(c, 0.1), 18)
  );
}
function oliveTree() {
  const r = dice(21);
  const crown = times(150, () => {
    const a = r() * Math.PI * 2,
      q = Math.sqrt(r()),
      x = 400 + Math.cos(a) * q * 170,
      y = 230 + Math.sin(a) * q * 140;
    return leaf(
      x,
      y,
      44 + r() * 18,
      9,
      r() * 360,
      [C.olive, "#9FB083", "#748A62", "#B7C49C"][Math.floor(r() * 4)],
    );
  });
  return (
    ground(400, 692, 130) +
    line(
      "M398 560C410 480 386 430 400 330M400 420Q440 380 452 300M398 400Q360 360 344 300",
      "#7D6350",
      17,
    ) +
    el(400, 240, 150, 118, "#748A62", 'opacity=".55"') +
    crown +
    times(7, (i) => el(300 + i * 34, 210 + ((i * 53) % 130), 9, 12, "#4D4150")) +
    form("M292 540H508L486 664Q482 690 456 690H344Q318 690 314 664z", C.clay, {
      dx: 48,
      inner: re(280, 600, 240, 8, 0, dk(C.clay, 0.16)),
    }) +
    re(278, 520, 244, 42, 8, lt(C.clay, 0.1)) +
    re(476, 520, 46, 42, 8, dk(C.clay, 0.1)) +
    el(400, 522, 108, 10, C.soil)
  );
}
function notebook(c, band = C.charcoal, { x = 0, y = 0, a = 0 } = {}) {
  return g(
    re(236, 128, 350, 560, 20, "#2A1C2E", 'opacity=".13"') +
      re(232, 122, 346, 556, 14, "#F1E7D4") +
      re(226, 116, 346, 556, 16, c) +
      re(226, 116, 52, 556, 16, dk(c, 0.14)) +
      re(262, 116, 16, 556, 0, dk(c, 0.14)) +
      times(9, (i) => line(`M270 ${150 + i * 60}v26`, lt(c, 0.55), 5)) +
      p(box(340, 200, 170, 100, 6), C.white) +
      line("M364 236h122M364 264h80", dk(C.oat, 0.2), 5) +
      re(516, 112, 14, 564, 0, band) +
      p("M420 672v50l14 -14l14 14v-50z", C.clay),
    `rotate(${a} 400 400) translate(${x} ${y})`,
  );
}
const pencil = (x, y, a, c = C.mustard) =>
  g(
    re(0, -9, 260, 18, 0, c) +
      re(0, -9, 260, 6, 0, lt(c, 0.3)) +
      p("M260 -9L296 0L260 9z", "#EBD3A8") +
      p("M284 -3L296 0L284 3z", C.charcoal) +
      re(-26, -9, 26, 18, 5, C.blush) +
      re(-6, -9, 10, 18, 0, C.steel),
    `translate(${x} ${y}) rotate(${a})`,
  );
function poster(frame, mood) {
  const [sky, sun, a, b, c] = mood;
  const art =
    re(230, 110, 340, 480, 0, sky) +
    ci(452, 250, 62, sun) +
    p("M230 400L330 260L400 350L450 300L570 430V590H230z", a) +
    p("M330 260L356 296L336 310L318 296L298 304z", C.white, 'opacity=".7"') +
    p("M230 470Q320 400 410 460T570 450V590H230z", b) +
    p("M230 530Q330 480 430 530T570 510V590H230z", c) +
    times(5, (i) => p(`M${262 + i * 58} ${540 - (i % 2) * 14}l-14 44h28z`, dk(c, 0.3)));
  return (
    re(190, 72, 440, 582, 6, "#2A1C2E", 'opacity=".14"') +
    re(180, 60, 440, 580, 6, frame) +
    re(596, 60, 24, 580, 4, dk(frame, 0.14)) +
    re(198, 78, 404, 544, 2, C.white) +
    clip("M230 110H570V590H230z", art) +
    p("M198 78H380L198 400z", "#fff", 'opacity=".12"')
  );
}
function clock(c, rim) {
  const hand = rgb(c)[0] > 150 ? C.charcoal : C.white;
  return (
    ci(414, 396, 232, "#2A1C2E", 'opacity=".14"') +
    ci(400, 380, 232, rim) +
    clip(disc(400, 380, 232), p("M470 100H700V700H540z", dk(rim, 0.12))) +
    ci(400, 380, 206, c) +
    ci(406, 386, 200, dk(c, 0.05)) +
    ci(400, 380, 199, c) +
    times(12, (i) =>
      g(re(-5, -178, 10, i % 3 ? 18 : 40, 5, hand), `translate(400 380) rotate(${i * 30})`),
    ) +
    line("M400 380L310 320", hand, 15) +
    line("M400 380L494 272", hand, 10) +
    line("M384 416L446 270", C.clay, 4) +
    ci(400, 380, 14, C.clay)
  );
}
function blocks() {
  const face = (x, y, w, h, c) =>
    form(box(x, y, w, h, 8), c, { dx: 18, inner: grain(x, y, w, h, c, 3) });
  return (
    ground(400, 644, 270) +
    face(170, 520, 120, 120, C.clay) +
    form("M300 640V520H540V640H480Q480 570 420 570T360 640z", C.oak, { dx: 18 }) +
    face(550, 520, 90, 120, C.sage) +
    face(200, 402, 110, 118, C.beech) +
    form("M318 520V402H438V520z", C.ink, { dx: 18, inner: ci(378, 461, 30, lt(C.ink, 0.2)) }) +
    face(452, 452, 170, 66, C.mustard) +
    form("M190 402L255 300L320 402z", C.forest, { dx: 14 }) +
    face(330, 336, 180, 64, C.blush) +
    form("M360 336A60 60 0 0 1 480 336z", C.sky, { dx: 14 }) +
    form(disc(580, 408, 44), C.plum, { dx: 16, dy: 6 }) +
    form(disc(700, 600, 42), C.clay, { dx: 16, dy: 6 })
  );
}
function radio(c) {
  return (
    ground(400, 644, 260) +
    line("M560 330L650 130", C.steel, 8) +
    ci(650, 130, 9, C.steel) +
    line("M220 350C220 250 580 250 580 350", C.leather, 20) +
    [200, 560].map((x) => re(x, 632, 40, 14, 4, C.charcoal)).join("") +
    form(box(140, 330, 520, 306, 44), c, { dx: 40, dy: 6 }) +
    p(box(164, 354, 472, 258, 30), lt(c, 0.18)) +
    ci(292, 484, 106, dk(c, 0.2)) +
    ci(292, 484, 96, C.oat) +
    clip(
      disc(292, 484, 96),
      times(11, (i) => re(190, 392 + i * 18, 210, 6, 0, dk(C.oat, 0.28))),
    ) +
    p(box(430, 386, 180, 84, 12), C.charcoal) +
    times(13, (i) => re(444 + i * 12.6, 402, 3, i % 3 ? 14 : 24, 0, C.oat)) +
    re(508, 396, 5, 64, 0, C.clay) +
    line("M444 450h150", lt(C.charcoal, 0.4), 3) +
    [462, 562]
      .map(
        (x) =>
          form(disc(x, 542, 36), C.brass, { dx: 12 }) +
          line(`M${x} 540L${x + 14} 520`, dk(C.brass, 0.5), 5),
      )
      .join("")
  );
}
function bicycle(c, { basket = true } = {}) {
  const wheel = (x) =>
    ci(x, 536, 138, "none", `stroke="${C.charcoal}" stroke-width="15"`) +
    ci(x, 536, 127, "none", `stroke="${C.oat}" stroke-width="7"`) +
    times(12, (i) =>
      g(line("M0 -12L0 -124", "#A7ADB0", 2.5), `translate(${x} 536) rotate(${i * 30})`),
    ) +
    ci(x, 536, 13, C.steel);
  return (
    ground(400, 682, 330, 12) +
    wheel(200) +
    wheel(606) +
    line("M60 520A146 146 0 0 1 300 426", c, 12) +
    line("M480 460A146 146 0 0 1 742 480", c, 12) +
    line("M110 380H270M130 380L196 530", C.charcoal, 8) +
    line("M200 536L372 546L284 336L200 536", c, 17) +
    line("M372 546L548 356", c, 20) +
    line("M308 400Q430 450 556 376", c, 17) +
    line("M536 300L556 376Q570 470 606 536", c, 17) +
    line("M276 300L290 350", C.steel, 13) +
    p(
      "M216 284Q220 268 250 272L320 278Q346 284 322 296Q260 310 236 306Q216 302 216 284z",
      C.leather,
    ) +
    line("M532 290L524 262Q500 236 460 256", C.steel, 12) +
    line("M480 246Q452 246 440 274", C.leather, 19) +
    ci(372, 546, 40, "none", `stroke="${C.charcoal}" stroke-width="9"`) +
    line("M372 508L200 524M372 586L200 552", C.charcoal, 4) +
    line("M372 546L412 606", C.steel, 11) +
    re(394, 602, 48, 13, 6, C.charcoal) +
    ci(372, 546, 12, C.steel) +
    (basket
      ? form("M560 270H706L686 376H576z", C.oak, {
          dx: 22,
          inner:
            times(8, (i) => line(`M${560 + i * 20} 262L${566 + i * 17} 384`, dk(C.oak, 0.2), 4)) +
            times(4, (i) => re(550, 284 + i * 26, 170, 5, 0, dk(C.oak, 0.24))),
        }) + re(552, 260, 162, 18, 9, dk(C.oak, 0.1))
      : ci(590, 330, 24, C.oat, `stroke="${C.charcoal}" stroke-width="8"`))
  );
}
function wreath() {
  return (
    line("M400 60V180", C.clay, 12) +
    ci(400, 400, 190, "none", 'stroke="#7A5A4A" stroke-width="20"') +
    times(54, (i) => {
      const a = (i / 54) * Math.PI * 2,
        rr = 190 + ((i * 29) % 44) - 22;
      return leaf(
        400 + Math.cos(a) * rr,
        400 + Math.sin(a) * rr,
        104,
        20,
        (a * 180) / Math.PI + 90 + ((i * 47) % 90) - 45,
        [C.forest, C.leafDark, C.leaf, "#86A596"][i % 4],
        i % 4 === 2 ? C.leafLight : undefined,
      );
    }) +
    times(16, (i) => {
      const a = (i / 16) * Math.PI * 2 + 0.3,
        rr = 190 + ((i * 31) % 50) - 25;
      return (
        ci(400 + Math.cos(a) * rr, 400 + Math.sin(a) * rr, 13, C.clay) +
        ci(396 + Math.cos(a) * rr, 396 + Math.sin(a) * rr, 4, lt(C.clay, 0.6))
      );
    }) +
    p("M400 190C340 130 290 150 300 190C306 230 360 220 400 190z", C.clay) +
    p("M400 190C460 130 510 150 500 190C494 230 440 220 400 190z", dk(C.clay, 0.1)) +
    p("M396 200L340 300L374 292L392 320L408 210z", dk(C.clay, 0.05)) +
    p("M404 200L460 300L426 292L408 320z", dk(C.clay, 0.16)) +
    ci(400, 194, 22, lt(C.clay, 0.1))
  );
}
function basket() {
  const c = C.oak;
  return (
    ground(400, 642, 240) +
    line("M210 420C220 190 580 190 590 420", dk(c, 0.1), 24) +
    line("M214 410C230 200 570 200 586 410", lt(c, 0.25), 6) +
    bread(330, 440, 0.8) +
    re(470, 250, 60, 170, 10, "#4E6142") +
    re(484, 200, 32, 60, 6, "#4E6142") +
    re(484, 190, 32, 26, 5, C.clay) +
    form("M180 410H620L590 600Q584 642 544 642H256Q216 642 210 600z", c, {
      dx: 52,
      inner: times(6, (j) =>
        times(13, (i) =>
          re(
            170 + i * 38 + (j % 2) * 19,
            424 + j * 38,
            30,
            30,
            7,
            (i + j) % 2 ? dk(c, 0.1) : lt(c, 0.16),
          ),
        ),
      ),
    }) +
    re(164, 394, 472, 34, 16, dk(c, 0.08)) +
    re(164, 394, 472, 12, 6, lt(c, 0.2)) +
    (() => {
      const d = "M470 392H640L626 520L570 486L520 530L476 470z";
      return (
        p(d, C.white) +
        clip(
          d,
          times(8, (i) => re(460 + i * 26, 380, 13, 160, 0, C.clay, 'opacity=".5"')) +
            times(6, (i) => re(460, 394 + i * 26, 200, 13, 0, C.clay, 'opacity=".5"')),
        )
      );
    })()
  );
}

// ---------------------------------------------------------------- which picture shows what

const bag = (c) => coffeeBag(c).bag;
const beans = (x, y) =>
  [
    [0, 0, 20],
    [44, 8, 80],
    [88, -2, -30],
    [24, 26, 120],
    [130, 10, 40],
  ]
    .map(([a, b, r]) =>
      g(
        el(0, 0, 20, 13, "#5A3728") + line("M-17 0Q-5 -7 0 0T17 0", "#8B6046", 3),
        `translate(${x + a} ${y + b}) rotate(${r})`,
      ),
    )
    .join("");
const pair = (a, b) => at(a, 270, 610, 0.72) + at(b, 520, 690, 0.86);
const knitStripe = (a, b) => at(a, 260, 600, 0.66) + at(b, 500, 690, 0.84);

const pictures = {
  // kitchen and table
  "everyday-mug-clay": room(W.mint, "arch", mug(C.clay)),
  "everyday-mug-sage": room(W.peach, "sun", mug(C.sage)),
  "everyday-mug-all-colours": room(
    W.butter,
    "plain",
    re(70, 372, 660, 22, 6, C.oak) +
      re(70, 640, 660, 22, 6, C.oak) +
      [
        [C.oat, 170, 372],
        [C.clay, 400, 372],
        [C.sage, 630, 372],
        [C.ink, 170, 640],
        [C.mustard, 400, 640],
        [C.blush, 630, 640],
      ]
        .map(([c, x, y]) => at(mug(c, { hot: false }), x, y, 0.6))
        .join(""),
    { floor: 740 },
  ),
  "espresso-cups-clay": room(W.haze, "low", espressoCups(C.clay)),
  "espresso-cups-ink": room(W.peach, "arch", espressoCups(C.ink)),
  "espresso-cups-sage": room(W.butter, "tiles", espressoCups(C.sage)),
  "dinner-plate-oat": flat(W.clay, "cloth", cutlery() + plate(C.oat, salad)),
  "dinner-plate-ink": flat(W.butter, "disc", cutlery() + plate(C.ink)),
  "dinner-plate-stack": room(
    W.rose,
    "window",
    plateStack([C.ink, C.oat, C.sage, C.ink, C.oat, C.sage]) +
      at(bowl(C.oat, C.clay), 400, 446, 0.5),
  ),
  "deep-bowl-blush": room(W.mint, "sun", bowl(C.blush, C.mustard) + steam(370, 350)),
  "deep-bowl-mustard": room(W.dusk, "low", bowl(C.mustard, C.rust)),
  "round-teapot-forest": room(W.peach, "arch", teapot(C.forest)),
  "round-teapot-oat": room(W.moss, "sun", teapot(C.oat)),
  "round-teapot-clay": room(
    W.haze,
    "window",
    at(teapot(C.clay), 370, 620, 0.9) + at(teaCup(C.clay, "#C58B45"), 640, 700, 0.7),
  ),
  "pour-over-set": room(W.rose, "low", dripper(C.white) + beans(560, 690)),
  "water-carafe-clear": room(
    W.haze,
    "window",
    at(carafe(C.sky, "#BFDDE6"), 340, 640, 1.0) +
      at(tumbler(C.sky, "#BFDDE6"), 580, 690, 1) +
      lemonHalf(160, 668, 50),
  ),
  "water-carafe-amber": room(W.butter, "sun", at(carafe(C.amber, "#D9A25A"), 400, 640, 1)),
  "chopping-board-oak": room(
    W.mint,
    "tiles",
    at(board(C.oak), 400, 650, 0.92) + at(bread(400, 640), 560, 720, 0.62),
  ),
  "chopping-board-walnut": room(
    W.peach,
    "panel",
    at(board(C.walnut), 380, 640, 0.95) + lemon(600, 680, 0.9) + lemonHalf(500, 712, 52),
  ),
  "cooks-knife-walnut": flat(W.moss, "half", knife(C.walnut)),
  "cooks-knife-ash": flat(W.clay, "disc", knife(C.ash)),
  "enamel-casserole-clay": room(W.mint, "tiles", at(casserole(C.clay), 400, 660, 0.95)),
  "enamel-casserole-ink": room(W.peach, "arch", at(casserole(C.ink), 400, 660, 0.95)),
  "enamel-casserole-mustard": room(
    W.haze,
    "window",
    at(casserole(C.mustard, { open: true }), 400, 660, 0.95),
  ),
  "cast-skillet": flat(W.butter, "cloth", skillet()),
  "moka-pot-steel": room(W.clay, "arch", at(moka(C.steel), 400, 650, 1) + steam(200, 210)),
  "moka-pot-black": room(
    W.butter,
    "tiles",
    at(moka(C.charcoal, C.oak), 350, 640, 0.92) + at(cup(C.clay), 640, 710, 0.8),
  ),
  "tea-towel-ink": room(W.linen, "tiles", teaTowel(C.ink), { floor: 740 }),
  "tea-towel-clay": room(W.mint, "tiles", teaTowel(C.clay), { floor: 740 }),
  "tea-towel-forest": room(W.peach, "tiles", teaTowel(C.forest), { floor: 740 }),
  "apron-ink": room(W.peach, "panel", apron(C.ink), { floor: 760 }),
  "apron-rust": room(W.haze, "panel", apron(C.rust, C.walnut), { floor: 760 }),
  "cherry-spoons": room(W.mint, "low", at(spoons(), 400, 660, 0.98)),

  // pantry
  "spring-sencha": room(W.rose, "sun", tin(C.forest)),
  "spring-sencha-cup": room(
    W.moss,
    "window",
    at(tin(C.forest), 300, 600, 0.86) +
      at(teaCup(C.oat, "#A9B457"), 560, 690, 0.98) +
      steam(540, 540),
  ),
  "matcha-tin": room(W.haze, "arch", tin("#8FA35A", C.oat, "wave", 220)),
  "matcha-bowl": room(
    W.rose,
    "low",
    at(bowl(C.charcoal, "#9DB35C"), 360, 670, 0.86) + at(whisk(), 650, 700, 1.0),
  ),
  "house-espresso-bag": room(W.clay, "sun", bag(C.ink) + beans(130, 700)),
  "house-espresso-table": room(
    W.butter,
    "tiles",
    at(bag(C.ink), 290, 620, 0.86) + at(mug(C.clay), 580, 710, 0.66) + beans(80, 730),
  ),
  "roast-apricot-jam": room(
    W.butter,
    "arch",
    jar("#E39A45", clothLid(C.clay), apricot(400, 516, 42)) +
      apricot(640, 640) +
      apricot(180, 670, 46),
  ),
  "heather-honey": room(
    W.lilac,
    "sun",
    jar(
      "#D9922E",
      metalLid(C.brass),
      times(5, (i) =>
        p(
          "M0 -22L19 -11V11L0 22L-19 11V-11z",
          i % 2 ? "#E7B24E" : "#D9922E",
          `transform="translate(${[400, 362, 438, 381, 419][i]} ${[490, 490, 490, 524, 524][i]})"`,
        ),
      ),
      { hex: true },
    ),
  ),
  "heather-honey-dipper": room(
    W.butter,
    "window",
    at(
      jar(
        "#D9922E",
        metalLid(C.brass),
        times(5, (i) =>
          p(
            "M0 -22L19 -11V11L0 22L-19 11V-11z",
            i % 2 ? "#E7B24E" : "#D9922E",
            `transform="translate(${[400, 362, 438, 381, 419][i]} ${[490, 490, 490, 524, 524][i]})"`,
          ),
        ),
        { hex: true },
      ),
      310,
      630,
      0.85,
    ) +
      at(bowl(C.white, "#D9922E"), 570, 710, 0.5) +
      dipper(600, 590, 30) +
      sprig(70, 740, 200, -60, "#A178A6", 7, 9, 26),
  ),
  "olive-oil": room(
    W.mint,
    "arch",
    at(oilBottle(), 400, 650, 1.05) +
      times(
        3,
        (i) =>
          el(590 + i * 48, 680 + (i % 2) * 18, 22, 28, [C.olive, "#4D4150", C.leafDark][i]) +
          el(584 + i * 48, 670 + (i % 2) * 18, 6, 8, "#fff", 'opacity=".4"'),
      ),
  ),
  "chocolate-62": flat(W.rose, "half", chocolate(C.clay, "#70452F", chocoArt.plain(C.clay))),
  "chocolate-72": flat(W.haze, "half", chocolate(C.ink, "#55342A", chocoArt.salt(C.ink))),
  "chocolate-85": flat(W.butter, "half", chocolate(C.forest, "#3F2822", chocoArt.waves(C.forest))),

  // furniture
  "ladder-chair-oak": room(W.mint, "arch", chair(C.oak, "#E6D3A8"), { floor: 590 }),
  "ladder-chair-walnut": room(W.peach, "window", chair(C.walnut, C.sage), { floor: 590 }),
  "ladder-chair-black": room(W.haze, "panel", chair(C.blackAsh, C.clay), { floor: 590 }),
  "lounge-chair-sage": room(W.peach, "arch", at(lounge(C.sage, C.oak), 400, 650, 0.95)),
  "lounge-chair-clay": room(
    W.haze,
    "window",
    at(lounge(C.clay, C.walnut), 360, 650, 0.92) +
      at(pottedPlant(C.white, "rubber"), 690, 660, 0.58),
  ),
  "lounge-chair-ink": room(W.butter, "panel", at(lounge(C.ink, C.oak), 400, 650, 0.95)),
  "three-leg-stool-oak": room(W.dusk, "sun", at(stool(C.oak), 400, 640, 0.95)),
  "three-leg-stool-walnut": room(
    W.peach,
    "panel",
    at(stool(C.walnut), 400, 640, 0.95) +
      at(bookStack(400, 640, [C.sage, C.oat, C.clay]), 400, 352, 0.9),
  ),
  "long-sunday-sofa-oat": room(W.moss, "window", at(sofa(C.oat, C.walnut), 400, 680, 0.92)),
  "long-sunday-sofa-forest": room(
    W.peach,
    "arch",
    at(sofa(C.forest, C.oak), 400, 680, 0.92) + at(cushion(C.mustard, { tilt: -8 }), 250, 640, 0.3),
  ),
  "long-sunday-sofa-clay": room(
    W.haze,
    "panel",
    at(sofa(C.clay, C.oak), 400, 690, 0.9) +
      at(cushion(C.white, { tilt: 8, stripes: stripesFor(C.ink) }), 560, 640, 0.3),
  ),
  "drum-side-table-clay": room(
    W.haze,
    "arch",
    at(sideTable(C.clay), 400, 650, 0.95) + at(vase(C.white, "eucalyptus"), 400, 424, 0.42),
  ),
  "drum-side-table-sage": room(
    W.rose,
    "sun",
    at(sideTable(C.sage), 400, 650, 0.95) +
      at(mug(C.clay), 336, 424, 0.32) +
      at(bookStack(400, 640, [C.ink, C.oat]), 480, 426, 0.8),
  ),
  "drum-side-table-white": room(
    W.clay,
    "window",
    at(sideTable(C.white), 400, 650, 0.95) + orange(436, 386, 36) + orange(372, 392, 36),
  ),
  "writing-desk-oak": room(
    W.haze,
    "window",
    at(desk(C.oak), 400, 650, 0.98) +
      at(tableLamp(C.clay), 210, 411, 0.42) +
      at(bookStack(400, 640, [C.forest, C.oat, C.mustard]), 560, 411, 1),
  ),
  "writing-desk-walnut": room(
    W.butter,
    "panel",
    at(desk(C.walnut), 400, 650, 0.98) +
      at(pottedPlant(C.clay, "snake"), 600, 411, 0.42) +
      at(mug(C.ink), 260, 411, 0.3),
  ),
  "open-shelf-oak": room(W.moss, "plain", at(shelf(C.oak), 400, 640, 1)),
  "open-shelf-walnut": room(W.peach, "plain", at(shelf(C.walnut), 400, 640, 1)),
  "round-mirror-oak": room(W.clay, "plain", mirror(C.oak), { floor: 690 }),
  "round-mirror-brass": room(W.night, "panel", mirror(C.brass), { floor: 690 }),

  // light
  "mushroom-lamp-clay": room(W.dusk, "sun", tableLamp(C.clay)),
  "mushroom-lamp-butter": room(W.moss, "arch", tableLamp("#EBCB76")),
  "mushroom-lamp-ink": room(W.peach, "panel", tableLamp(C.ink)),
  "dome-pendant-forest": room(W.peach, "plain", pendant(C.forest), { floor: 700 }),
  "dome-pendant-clay": room(W.dusk, "plain", pendant(C.clay), { floor: 700 }),
  "dome-pendant-table": room(
    W.mint,
    "plain",
    at(pendant(C.white, { drop: 250 }), 250, 440, 0.62) +
      at(pendant(C.white, { drop: 250 }), 550, 440, 0.62) +
      re(90, 580, 620, 26, 8, C.oak) +
      line("M150 606L130 770M650 606L670 770", C.oak, 22) +
      at(vase(C.clay, "pampas"), 400, 580, 0.46) +
      at(plateStack([C.ink, C.oat]), 210, 580, 0.3) +
      at(plateStack([C.oat, C.ink]), 590, 580, 0.3),
    { floor: 690 },
  ),
  "arc-floor-lamp-brass": room(W.night, "plain", at(floorLamp(C.brass), 420, 640, 0.98), {
    floor: 620,
  }),
  "arc-floor-lamp-black": room(
    W.peach,
    "arch",
    at(floorLamp(C.charcoal, C.mustard), 420, 640, 0.98),
    { floor: 620 },
  ),
  "scented-candle-fig": room(W.lilac, "arch", candle("#8F6475", C.white, scent.fig)),
  "scented-candle-cedar": room(W.moss, "sun", candle(C.forest, C.white, scent.cedar)),
  "scented-candle-orange": room(W.haze, "low", candle("#E2A15E", C.white, scent.orange)),
  "stoneware-candlestick-oat": room(
    W.night,
    "sun",
    at(candlestick(C.oat, 130, C.clay), 280, 640, 1) +
      at(candlestick(C.oat, 240, C.clay), 520, 640, 1),
  ),
  "stoneware-candlestick-ink": room(
    W.rose,
    "arch",
    at(candlestick(C.ink, 130, C.mustard), 280, 640, 1) +
      at(candlestick(C.ink, 240, C.mustard), 520, 640, 1),
  ),

  // bed, bath, soft things
  "linen-cushion-mustard": room(W.haze, "sun", cushion(C.mustard)),
  "linen-cushion-forest": room(W.peach, "arch", cushion(C.forest)),
  "linen-cushion-stripe": room(W.mint, "window", cushion(C.white, { stripes: stripesFor(C.clay) })),
  "lambswool-throw-clay": room(W.mint, "plain", throwBlanket(C.clay), { floor: 690 }),
  "lambswool-throw-ink": room(W.peach, "plain", throwBlanket(C.ink), { floor: 690 }),
  "lambswool-throw-sage": room(W.rose, "plain", throwBlanket(C.sage, C.mustard), { floor: 690 }),
  "washed-linen-bedding-sky": room(W.peach, "arch", bed(C.sky, C.white, C.oak, C.mustard)),
  "washed-linen-bedding-blush": room(W.moss, "window", bed(C.blush, C.white, C.walnut, C.plum)),
  "washed-linen-bedding-oat": room(W.dusk, "panel", bed(C.oat, C.white, C.oak, C.clay)),
  "waffle-towel-stack": room(W.peach, "sun", towels([C.forest, C.oat, C.blush])),
  "waffle-towel-forest": room(
    W.mint,
    "tiles",
    at(towels([C.forest, C.forest]), 400, 640, 1) + at(pump(C.amber, scent.orange), 600, 476, 0.38),
  ),
  "flat-weave-rug-rust": flat("#E3C9A2", "boards", at(rug(C.clay, C.oat, C.ink), 400, 640, 1, 0)),
  "flat-weave-rug-forest": flat("#D9BC92", "boards", rug(C.forest, C.oat, C.mustard)),
  "flat-weave-rug-ink": flat("#B98E66", "boards", rug(C.ink, C.oat, C.blush)),
  "savon-olive": room(W.mint, "tiles", soap("#C9CF9C")),
  "savon-lavande": room(W.lilac, "sun", soap("#CDB9DA", "#B8A0C9")),
  "hand-wash-orange": room(W.haze, "tiles", pump(C.amber, scent.orange)),
  "hand-wash-cedar": room(W.rose, "arch", pump("#4E6B58", scent.cedar)),

  // wear and carry
  "heavy-tee-white": flat(W.clay, "disc", tee(C.white)),
  "heavy-tee-ink": flat(W.butter, "disc", tee(C.ink)),
  "heavy-tee-sage": flat(W.peach, "half", tee(C.sage)),
  "fisherman-jumper-oat": flat(W.dusk, "disc", jumper(C.oat)),
  "fisherman-jumper-ink": flat(W.peach, "disc", jumper(C.ink)),
  "fisherman-jumper-mustard": flat(W.moss, "half", jumper(C.mustard)),
  "chore-jacket-ink": flat(W.peach, "disc", choreJacket("#3B5A82")),
  "chore-jacket-rust": flat(W.mint, "half", choreJacket(C.rust)),
  "chore-jacket-olive": flat(W.butter, "disc", choreJacket("#77804F")),
  "ribbed-beanie-clay": room(W.haze, "sun", at(beanie(C.clay), 400, 640, 1)),
  "ribbed-beanie-forest": room(W.peach, "arch", beanie(C.forest)),
  "ribbed-beanie-pile": room(
    W.butter,
    "low",
    at(beanie(C.ink), 280, 600, 0.66) +
      at(beanie(C.oat), 540, 620, 0.66) +
      at(beanie(C.clay), 400, 730, 0.72),
  ),
  "wide-scarf-plum": room(W.peach, "plain", scarf(C.plum, C.blush), { floor: 730 }),
  "wide-scarf-sky": room(W.rose, "plain", scarf(C.sky, C.ink), { floor: 730 }),
  "boot-socks-forest": flat(W.butter, "disc", socks(C.forest, C.mustard)),
  "boot-socks-clay": flat(W.haze, "disc", socks(C.clay, C.oat)),
  "canvas-tote-natural": room(W.mint, "arch", tote(C.oat, C.leather, totePrint.sun)),
  "canvas-tote-ink": room(W.peach, "sun", tote(C.ink, C.leather, totePrint.wave)),
  "roll-top-backpack-ink": room(W.butter, "arch", at(backpack(C.ink), 400, 640, 0.98)),
  "roll-top-backpack-moss": room(W.haze, "sun", at(backpack("#6F7B4D"), 400, 640, 0.98)),
  "roll-top-backpack-clay": room(W.moss, "window", at(backpack(C.clay, C.walnut), 400, 640, 0.98)),
  "court-sneaker-white": room(W.clay, "sun", sneaker(C.white, C.white, C.forest)),
  "court-sneaker-ink": room(W.rose, "low", sneaker(C.ink, C.white, C.clay)),
  "court-sneaker-sand": room(W.mint, "arch", sneaker(C.sand, C.white, C.rust)),
  "stick-umbrella-mustard": room(W.dusk, "plain", umbrella(C.mustard), { floor: 720 }),
  "stick-umbrella-ink": room(W.peach, "plain", umbrella(C.ink), { floor: 720 }),
  "stick-umbrella-clay": room(W.mint, "plain", umbrella(C.clay), { floor: 720 }),
  "field-watch-white": flat(W.moss, "half", watch(C.white, C.leather)),
  "field-watch-ink": flat(W.peach, "half", watch(C.ink, C.charcoal)),
  "field-watch-olive": flat(W.butter, "half", watch(C.white, "#77804F")),

  // plants, paper, play
  "footed-planter-white": room(W.clay, "arch", pottedPlant(C.white, "snake")),
  "footed-planter-clay": room(W.mint, "sun", pottedPlant(C.clay, "rubber")),
  "footed-planter-ink": room(W.peach, "window", pottedPlant(C.ink, "palm")),
  "moon-vase-clay": room(W.haze, "sun", vase(C.clay, "eucalyptus")),
  "moon-vase-oat": room(W.lilac, "arch", vase(C.oat, "blossom")),
  "moon-vase-ink": room(W.peach, "low", vase(C.ink, "pampas")),
  "watering-can-forest": room(W.peach, "arch", wateringCan(C.forest)),
  "watering-can-mustard": room(
    W.haze,
    "window",
    at(wateringCan(C.mustard), 380, 640, 1) + at(pottedPlant(C.white, "palm", 170), 690, 720, 0.5),
  ),
  "olive-tree": room(W.butter, "window", oliveTree(), { floor: 620 }),
  "bound-notebook-clay": flat(
    W.mint,
    "half",
    notebook(C.clay, C.charcoal, { a: -6 }) + pencil(650, 640, -80),
  ),
  "bound-notebook-ink": flat(W.peach, "disc", notebook(C.ink, C.clay, { a: 5 })),
  "bound-notebook-sage": flat(
    W.butter,
    "half",
    notebook(C.sage, C.walnut, { a: -6 }) + pencil(120, 640, -84, C.clay),
  ),
  "quiet-hills-poster-oak": room(
    W.mint,
    "plain",
    poster(C.oak, ["#F6D9BE", "#E58F5B", "#C98A7A", C.sage, C.forest]),
    { floor: 720 },
  ),
  "quiet-hills-poster-black": room(
    W.clay,
    "plain",
    poster(C.black, ["#F6D9BE", "#E58F5B", "#C98A7A", C.sage, C.forest]),
    { floor: 720 },
  ),
  "kitchen-clock-cream": room(W.moss, "tiles", clock(C.white, C.oak), { floor: 730 }),
  "kitchen-clock-ink": room(W.peach, "tiles", clock(C.ink, C.brass), { floor: 730 }),
  "arch-blocks": room(W.haze, "low", blocks()),
  "kitchen-radio-sage": room(W.peach, "tiles", radio(C.sage)),
  "kitchen-radio-clay": room(W.mint, "panel", radio(C.clay)),
  "kitchen-radio-cream": room(W.dusk, "arch", radio(C.oat)),
  "town-bicycle-forest": room(W.peach, "sun", at(bicycle(C.forest), 400, 660, 0.96)),
  "town-bicycle-clay": room(W.haze, "arch", at(bicycle(C.clay), 400, 660, 0.96)),
  "town-bicycle-cream": room(W.moss, "window", at(bicycle("#EADFC5"), 400, 660, 0.96)),
  "winter-wreath": room(W.linen, "panel", wreath(), { floor: 720 }),
  "picnic-basket": room(W.mint, "sun", at(basket(), 400, 660, 1)),
};

const wide = { width: 1600 };
const banners = {
  "collection-kitchen": room(
    W.peach,
    "tiles",
    at(casserole(C.clay), 330, 660, 0.86) +
      at(teapot(C.forest), 800, 690, 0.8) +
      at(spoons(), 1110, 630, 0.86) +
      at(mug(C.mustard), 1300, 700, 0.56) +
      at(mug(C.ink), 1460, 725, 0.6) +
      lemon(540, 735, 0.85) +
      lemonHalf(626, 750, 42),
    wide,
  ),
  "collection-pantry": room(
    W.butter,
    "panel",
    at(bag(C.ink), 270, 650, 0.95) +
      at(tin(C.forest), 570, 640, 0.95) +
      at(jar("#E39A45", clothLid(C.clay), apricot(400, 516, 42)), 860, 660, 0.92) +
      at(oilBottle(), 1110, 640, 1) +
      at(bread(400, 640), 1320, 730, 1) +
      apricot(1030, 720) +
      beans(90, 730) +
      lemon(640, 740, 0.8),
    wide,
  ),
  "collection-furniture": room(
    W.mint,
    "plain",
    p("M210 600V330a220 220 0 0 1 440 0V600z", lt(W.mint, 0.5)) +
      at(sofa(C.clay, C.oak), 430, 690, 0.95) +
      at(cushion(C.white, { tilt: 8, stripes: stripesFor(C.ink) }), 580, 640, 0.3) +
      at(floorLamp(C.brass), 1030, 640, 1) +
      at(pottedPlant(C.white, "rubber"), 1488, 670, 0.6) +
      at(lounge(C.mustard, C.oak), 1240, 690, 0.72),
    { ...wide, floor: 600 },
  ),
  "collection-bed-bath": room(
    W.haze,
    "window",
    at(bed(C.blush, C.white, C.oak, C.plum), 480, 650, 0.98) +
      at(stool(C.oak), 960, 660, 0.6) +
      at(candle("#E2A15E", C.white, scent.orange), 960, 500, 0.4) +
      at(towels([C.forest, C.oat, C.blush]), 1310, 700, 0.95),
    wide,
  ),
  "collection-wear": room(
    W.haze,
    "panel",
    line("M-20 96H1620", C.oak, 20) +
      [225, 615, 1000]
        .map(
          (x) =>
            line(`M${x} 222v-74q26 -6 22 -34q-4 -26 -28 -20`, C.charcoal, 7) +
            line(`M${x - 90} 250L${x} 206L${x + 90} 250`, C.walnut, 14),
        )
        .join("") +
      at(choreJacket("#3B5A82"), 225, 592, 0.74) +
      at(jumper(C.mustard), 615, 592, 0.74) +
      at(tee(C.white), 1000, 592, 0.74) +
      at(backpack(C.clay, C.walnut), 1390, 700, 0.86),
    { ...wide, floor: 690 },
  ),
  "collection-plants-paper": room(
    W.rose,
    "plain",
    ci(1130, 330, 260, lt(W.rose, 0.5)) +
      at(desk(C.oak), 1130, 680, 0.98) +
      at(tableLamp("#EBCB76"), 930, 441, 0.5) +
      at(vase(C.ink, "blossom"), 1150, 441, 0.5) +
      at(bookStack(400, 640, [C.forest, C.oat, C.mustard]), 1340, 441, 1) +
      at(oliveTree(), 240, 640, 0.98) +
      at(pottedPlant(C.clay, "snake"), 500, 690, 0.8) +
      at(wateringCan(C.sage), 705, 730, 0.5),
    { ...wide, floor: 600 },
  ),
  "collection-small-gifts": room(
    W.moss,
    "plain",
    ci(800, 400, 320, lt(W.moss, 0.5)) +
      at(candle("#8F6475", C.white, scent.fig), 200, 670, 0.9) +
      at(notebook(C.clay, C.charcoal), 500, 652, 0.72) +
      at(mug(C.oat), 790, 690, 0.85) +
      at(soap("#C9CF9C"), 1100, 700, 0.7) +
      at(tin(C.ink, C.white), 1410, 670, 0.92),
    wide,
  ),
  "collection-sale": room(
    "#E8B79C",
    "plain",
    ci(300, 330, 230, "#F0CBB2") +
      ci(1270, 310, 260, "#F0CBB2") +
      at(chair(C.oak, C.sage), 260, 660, 0.9) +
      at(umbrella(C.mustard), 660, 590, 0.78) +
      at(sneaker(C.sand, C.white, C.rust), 930, 740, 0.46) +
      at(radio(C.sage), 1300, 700, 0.84),
    { ...wide, floor: 610 },
  ),
};

// ---------------------------------------------------------------- draw

const out = resolve(process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), "media"));
const only = process.argv[3] ?? "";
await mkdir(out, { recursive: true });
let total = 0,
  count = 0;
for (const [set, width] of [
  [pictures, 800],
  [banners, 1600],
]) {
  for (const [name, content] of Object.entries(set)) {
    if (!name.includes(only)) continue;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="800" viewBox="0 0 ${width} 800">${content}</svg>`;
    const webp = await sharp(Buffer.from(svg))
      .webp({ quality: 78, effort: 6, smartSubsample: true })
      .toBuffer();
    const file = `${name}-${width}x800.webp`;
    if (webp.length > 40_000) console.warn(`${file} is large: ${webp.length} bytes`);
    await writeFile(join(out, file), webp);
    total += webp.length;
    count += 1;
  }
}
console.log(`${count} pictures, ${total} bytes, in ${out}`);
