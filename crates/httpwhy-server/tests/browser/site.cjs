// The site in a real browser: search by keyboard, paste and diagnose, the audience switch, without JavaScript, at three
// widths in both colour schemes, by axe-core. Ends with 77 if a package is missing; prints one line for each failure.
//
//     NODE_PATH=… node site.cjs ORIGIN CHROMIUM [DIRECTORY FOR PICTURES]
"use strict";
const [origin, executablePath, pictures] = process.argv.slice(2);
const needed = (name) => {
  try { return require.resolve(name); } catch { console.log(`missing: ${name}`); process.exit(77); }
};
needed("playwright-core");
const axe = require("fs").readFileSync(needed("axe-core/axe.min.js"), "utf8");
const { chromium } = require("playwright-core");

const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];
const KINDS = ["/", "/403", "/302", "/502", "/000", "/299", "/404.13", "/cloudflare/1015", "/4xx", "/causes", "/causes/upstream-down",
  "/components", "/components/nginx", "/compare", "/compare/401-403", "/compare/200-508", "/search?q=50x", "/search?q=xyzzy", "/why",
  "/docs/api", "/test", "/about", "/nothing-here"];
const RESPONSE = "HTTP/1.1 502 Bad Gateway\nServer: nginx\nSet-Cookie: sid=opensesame\n\n<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n" +
  "<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.24.0</center>\r\n</body>\r\n</html>\r\n";

let failures = 0;
const check = (is, what) => { if (!is) { failures += 1; console.log(`failed: ${what}`); } };

/** A page that counts errors and requests to elsewhere. */
const open = async (browser, path, options = {}) => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on("console", (message) => check(message.type() !== "error" || message.text().includes("404"), `${path}: console: ${message.text()}`));
  page.on("pageerror", (error) => check(false, `${path}: ${error.message}`));
  page.on("request", (request) => check(request.url().startsWith(origin), `${path} asks ${request.url()}`));
  await page.goto(origin + path);
  return page;
};

const withoutViolations = async (page, what) => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  for (const { id, nodes } of violations) check(false, `${what}: axe: ${id}: ${nodes[0].html.slice(0, 160)} (${nodes.length})`);
};

const everyKind = async (browser) => {
  for (const colorScheme of ["light", "dark"]) for (const path of KINDS) {
    const page = await open(browser, path, { colorScheme });
    for (const width of [1280, 768, 320]) {
      await page.setViewportSize({ width, height: 900 });
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      check(excess <= 0, `${path} is ${excess} wider than ${width}`);
      if (pictures) await page.screenshot({ path: `${pictures}/${path.replace(/\W+/g, "_")}-${width}-${colorScheme}.png`, fullPage: true });
    }
    await withoutViolations(page, `${path} ${colorScheme}`);
    await page.context().close();
  }
};

const searchByKeyboard = async (browser) => {
  const page = await open(browser, "/");
  await page.keyboard.press("/");
  await page.keyboard.type("bad gatew");
  await page.waitForSelector("[role=option]");
  const box = page.locator("main input[name=q]");
  check(await box.getAttribute("aria-expanded") === "true", "the list of answers is announced");
  await page.keyboard.press("ArrowDown");
  const active = await box.getAttribute("aria-activedescendant");
  check(await page.locator(`#${active}`).getAttribute("aria-selected") === "true", "the chosen answer is the active one");
  await withoutViolations(page, "the open list");
  await page.keyboard.press("Escape");
  check(await page.locator("[role=listbox]").first().isHidden(), "Escape closes the list");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await Promise.all([page.waitForURL("**/502"), page.keyboard.press("Enter")]);
  check((await page.locator("h1").innerText()).includes("Bad Gateway"), "Enter goes to the answer");
  await page.context().close();
};

const fromTheFrontPageToTheFolder = async (browser) => {
  const page = await open(browser, "/");
  await page.fill("main input[name=q]", "403 nginx folder");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname !== "/");
  await page.click("a[href='/causes/directory-listing-disabled']");
  check((await page.locator("main").innerText()).includes("directory index of"), "two steps to the log line");
  await page.context().close();
};

const pasteAndDiagnose = async (browser, javaScriptEnabled) => {
  const page = await open(browser, "/why", { javaScriptEnabled });
  await page.fill("#evidence", RESPONSE);
  await page.fill("#request", "GET https://shop.example/cart?token=opensesame");
  await Promise.all([page.waitForLoadState("load"), page.click("button[type=submit]:has-text('Diagnose')")]);
  await page.waitForSelector("article .number");
  const text = await page.locator("main").innerText();
  check(text.includes("nginx") && text.includes("shop.example") && !text.includes("opensesame"), `the diagnosis, JavaScript ${javaScriptEnabled}`);
  if (javaScriptEnabled) await withoutViolations(page, "a diagnosis");
  await page.context().close();
};

const dropAndShare = async (browser) => {
  const page = await open(browser, "/why");
  await page.evaluate((text) => {
    const files = new DataTransfer();
    files.items.add(new File([text], "response.txt"));
    document.querySelector("form.paste").dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
  }, RESPONSE);
  await page.click("button:has-text('Diagnose')");
  await page.waitForSelector("article .number");
  await page.goto(origin + "/why");
  await page.fill("#evidence", RESPONSE);
  await page.click("button:has-text('Make a link')");
  await page.waitForURL("**/why#text=*");
  const link = page.url();
  await page.goto("about:blank");
  await page.goto(link);
  await page.waitForFunction(() => document.querySelector("#evidence").value !== "");
  const text = await page.inputValue("#evidence");
  check(text.startsWith("HTTP/1.1 502") && !text.includes("opensesame"), "a link holds the text without its secrets");
  await page.context().close();
};

const audience = async (browser) => {
  const page = await open(browser, "/403");
  const seen = () => page.locator("dl.advice > div:visible").count();
  const all = await seen();
  check(all >= 3, "everybody's advice is there at first");
  await page.locator(".audience input[value=operator]").focus();
  await page.keyboard.press("Space");
  check(await seen() === 1, "the operator's advice alone");
  await withoutViolations(page, "the audience switch");
  await page.goto(origin + "/404");
  check(await seen() === 1 && await page.locator("dl.advice > .operator").isVisible(), "the choice is remembered");
  await page.context().close();
};

const withoutJavaScript = async (browser) => {
  const page = await open(browser, "/", { javaScriptEnabled: false });
  await page.fill("main input[name=q]", "payload too large");
  await Promise.all([page.waitForURL("**/413"), page.keyboard.press("Enter")]);
  check(await page.locator("dl.advice > div:visible").count() === 4, "all four kinds of advice are there");
  await page.context().close();
};

(async () => {
  const browser = await chromium.launch({ executablePath, args: QUIET });
  await searchByKeyboard(browser);
  await fromTheFrontPageToTheFolder(browser);
  await pasteAndDiagnose(browser, true);
  await pasteAndDiagnose(browser, false);
  await dropAndShare(browser);
  await audience(browser);
  await withoutJavaScript(browser);
  await everyKind(browser);
  await browser.close();
  process.exit(failures ? 1 : 0);
})().catch((error) => { console.log(`failed: ${error.message}`); process.exit(1); });
