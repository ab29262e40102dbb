// Makes Anef.Host/wwwroot/dsfr from the design system's package: one sheet of the components that the pages use, its mirror for
// languages written from right to left, and the icons that it names. Run it by build/dsfr.sh after changing the list below.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import postcss from "postcss";
import rtlcss from "rtlcss";

const components = ["accordion", "alert", "badge", "breadcrumb", "button", "callout", "card", "checkbox", "footer", "form", "header", "input",
  "link", "notice", "pagination", "radio", "search", "select", "sidemenu", "skiplink", "stepper", "summary", "table", "tag", "tile", "upload"];
const [source, target] = process.argv.slice(2);
const dist = join(source, "node_modules/@gouvfr/dsfr/dist");

const sheets = ["core/core.main.min.css", ...components.map(c => `component/${c}/${c}.main.min.css`)];
const root = postcss.root();
for (const sheet of sheets) {
  const parsed = postcss.parse(readFileSync(join(dist, sheet), "utf8"));
  parsed.walkDecls(decl => decl.value = decl.value.replace(/url\((?:\.\.\/)+/g, "url("));
  root.append(parsed.nodes.filter(n => n.type !== "comment"));
}

const accents = /--(green|blue|pink|purple|yellow|orange|brown|beige)-(?!france)[a-z]+/;

// The State's own typeface is not ours to spread, the dark scheme needs a script to be chosen, and no page uses the accent colours.
root.walkAtRules("font-face", rule => rule.remove());
root.walkRules(rule => {
  const kept = rule.selectors.filter(s => !/data-fr-(theme|scheme)="?dark/.test(s) && !accents.test(s));
  if (kept.length === 0) rule.remove();
  else if (kept.length < rule.selectors.length) rule.selectors = kept;
});
root.walkDecls(decl => decl.value = decl.value.replace(/Marianne,\s*arial,\s*sans-serif/gi, "var(--anef-font)").replace(/Spectral,\s*georgia,\s*serif/gi, "var(--anef-font)"));

// Of some four thousand colours few are used; a removal can free others.
for (let removed = -1; removed !== 0;) {
  const used = new Set();
  root.walkDecls(decl => { for (const [, name] of decl.value.matchAll(/var\(\s*(--[\w-]+)/g)) used.add(name); });
  removed = 0;
  root.walkDecls(/^--/, decl => { if (!used.has(decl.prop)) { decl.remove(); removed++; } });
}
root.walkRules(rule => { if (rule.nodes.length === 0) rule.remove(); });
root.walkAtRules(rule => { if (rule.nodes?.length === 0) rule.remove(); });

const header = "/*! DSFR 1.15.3, Licence ouverte 2.0, SystèmeDesignEtat: a selection. See LICENSE.md beside this file for who may use it. */\n";
const css = root.toString();
const mirrored = mirror(css);
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
writeFileSync(join(target, "dsfr.css"), header + css);
writeFileSync(join(target, "dsfr.rtl.css"), header + mirrored);
cpSync(join(source, "node_modules/@gouvfr/dsfr/LICENSE.md"), join(target, "LICENSE.md"));
const icons = new Set([...(css + mirrored).matchAll(/url\(["']?(icons\/[^)"']+)["']?\)/g)].map(m => m[1]));
for (const icon of icons) {
  mkdirSync(dirname(join(target, icon)), { recursive: true });
  cpSync(join(dist, icon), join(target, icon));
}
console.log(`${Math.round(css.length / 1024)} kB, ${icons.size} icons`);

// Underlines are drawn by positions that the mirror takes for sides, and arrows are pictures that it leaves alone.
function mirror(sheet) {
  const other = { left: "right", right: "left", first: "last", last: "first" };
  return rtlcss.process(sheet.replaceAll("background-position:var(--underline-x)", "kept-position:var(--underline-x)"))
    .replaceAll("kept-position:", "background-position:")
    .replace("--underline-x:calc(var(--underline-max-width)*0)", "--underline-x:100%")
    .replace(/icons\/arrows\/arrow-[a-z-]+/g, name => name.replace(/left|right|first|last/g, side => other[side]));
}
