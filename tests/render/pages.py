#!/usr/bin/python3
# pages.py PAGES PNG - opens every page of a folder in Chromium; takes pictures; says what does not show.
#
# Chromium is spoken to over two pipes (--remote-debugging-pipe): pages are looked at as they are
# delivered, nothing is put into them.
import base64
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading

WIDE, NARROW, TALL = 1280, 375, 900
PATIENCE = 180  # seconds for all pages
ONE_SHEET = ("good-ja", "good-en")  # these print on one A3 sheet
A3 = {"landscape": True, "paperWidth": 11.69, "paperHeight": 16.54, "preferCSSPageSize": True,
      "printBackground": True}

# What reaches over its own box, and what is hardly to be told from its ground.
FAULTS = """(() => {
  const bad = [], rgb = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = c => { const [r, g, b] = c.map(v => { v /= 255;
      return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
    return .2126 * r + .7152 * g + .0722 * b; };
  const ground = e => { for (; e; e = e.parentElement) {
      const c = rgb(getComputedStyle(e).backgroundColor);
      if (c.length === 3 || c[3] === 1) return c.slice(0, 3); }
    return [255, 255, 255]; };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode.data.trim(), e = walk.currentNode.parentElement;
    if (!text || e.closest('svg') || ['STYLE', 'TITLE'].includes(e.tagName)) continue;
    const range = document.createRange(); range.selectNodeContents(walk.currentNode);
    const is = range.getBoundingClientRect(), box = (e.closest('td,th,li,p,dd,dt,h1,h2,h3') || e);
    const may = box.getBoundingClientRect();
    if (!is.width) continue;
    let hidden = false;  // only for those who hear it
    for (let x = e; x; x = x.parentElement) hidden ||= getComputedStyle(x).clipPath !== 'none';
    if (hidden) continue;
    if (is.right > may.right + 1 || is.left < may.left - 1)
      bad.push('over its box: ' + text.slice(0, 40));
    if (e.closest('th')) for (const word of walk.currentNode.data.matchAll(/[A-Za-z]{3,}/g)) {
      range.setStart(walk.currentNode, word.index);
      range.setEnd(walk.currentNode, word.index + word[0].length);
      if (range.getClientRects().length > 1) bad.push('a parted word: ' + word[0]);
    }
    const a = light(rgb(getComputedStyle(e).color).slice(0, 3)), b = light(ground(e));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) bad.push('pale, ' + ratio.toFixed(1) + ' to 1: ' + text.slice(0, 40));
  }
  return [...new Set(bad)].slice(0, 8); })()"""
# Names in charts must not lie on each other or reach over the edge.
CHARTS = """(() => {
  const bad = [];
  for (const svg of document.querySelectorAll('svg')) {
    const edge = (svg.closest('figure') || svg).getBoundingClientRect();
    const boxes = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
    boxes.forEach(([t, b], i) => {
      if (b.left < edge.left - 1 || b.right > edge.right + 1) bad.push('cut in the chart: ' + t);
      boxes.slice(i + 1).forEach(([u, c]) => {
        if (b.width && c.width && Math.min(b.right, c.right) - Math.max(b.left, c.left) > 2 &&
            Math.min(b.bottom, c.bottom) - Math.max(b.top, c.top) > 4)
          bad.push('on each other in the chart: ' + t + ' / ' + u); }); });
  }
  return bad.slice(0, 8); })()"""


class Browser:
    def __init__(self, program):
        self.profile = tempfile.mkdtemp()
        ours, theirs = os.pipe(), os.pipe()  # what it reads on 3, what it writes on 4

        def place():
            os.dup2(ours[0], 13)
            os.dup2(theirs[1], 14)
            os.dup2(13, 3)
            os.dup2(14, 4)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--disable-dev-shm-usage", "--remote-debugging-pipe", "--no-first-run",
             f"--user-data-dir={self.profile}"],
            preexec_fn=place, pass_fds=(3, 4), stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        self.watch = threading.Timer(PATIENCE, self.process.kill)
        self.watch.start()
        os.close(ours[0])
        os.close(theirs[1])
        self.to, self.back = os.fdopen(ours[1], "wb", 0), os.fdopen(theirs[0], "rb")
        self.n, self.events = 0, []
        target = self.ask("Target.createTarget", {"url": "about:blank"})["targetId"]
        self.session = None
        self.session = self.ask("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.ask(f"{domain}.enable")

    def read(self):
        data = bytearray()
        while (c := self.back.read(1)) != b"\0":
            if not c:
                raise RuntimeError("Chromium ended")
            data += c
        return json.loads(data)

    def ask(self, method, params=None):
        self.n += 1
        message = {"id": self.n, "method": method, "params": params or {}}
        if getattr(self, "session", None):
            message["sessionId"] = self.session
        self.to.write(json.dumps(message).encode() + b"\0")
        while True:
            got = self.read()
            if got.get("id") == self.n:
                if "error" in got:
                    raise RuntimeError(f"{method}: {got['error']['message']}")
                return got["result"]
            self.events.append(got)

    def wait(self, method):
        while not any(e.get("method") == method for e in self.events):
            self.events.append(self.read())

    def value(self, expression):
        got = self.ask("Runtime.evaluate", {"expression": expression, "returnByValue": True})
        if "exceptionDetails" in got:
            raise RuntimeError(str(got["exceptionDetails"]))
        return got["result"].get("value")

    def close(self):
        try:
            self.session = None
            self.ask("Browser.close")
        except (RuntimeError, OSError):
            pass
        self.process.wait(20)
        self.watch.cancel()
        shutil.rmtree(self.profile, ignore_errors=True)


def show(browser, width, scheme):
    browser.ask("Emulation.setDeviceMetricsOverride",
                {"width": width, "height": TALL, "deviceScaleFactor": 1, "mobile": width == NARROW})
    browser.ask("Emulation.setEmulatedMedia",
                {"features": [{"name": "prefers-color-scheme", "value": scheme}]})


def picture(browser, path):
    got = browser.ask("Page.captureScreenshot", {"format": "png", "captureBeyondViewport": True})
    with open(path, "wb") as f:
        f.write(base64.b64decode(got["data"]))


def errors(events):
    for e in events:
        p = e.get("params", {})
        if e.get("method") == "Runtime.exceptionThrown":
            yield f"error: {p['exceptionDetails']['text']}"
        if e.get("method") == "Log.entryAdded" and p["entry"]["level"] in ("error", "warning"):
            yield f"console: {p['entry']['text']}"
        if e.get("method") == "Runtime.consoleAPICalled":
            yield f"console: {p['type']}"
        if e.get("method") == "Network.requestWillBeSent" and not p["request"]["url"].startswith(("file:", "data:")):
            yield f"asks for {p['request']['url']}"


def printed(browser, path):
    with open(path, "wb") as f:
        f.write(base64.b64decode(browser.ask("Page.printToPDF", A3)["data"]))
    info = subprocess.run(["pdfinfo", path], capture_output=True, check=True).stdout.decode()
    return int(next(line.split()[1] for line in info.splitlines() if line.startswith("Pages:")))


def look(browser, path, png):
    name = os.path.basename(path)[:-5]
    said, text = [], {}
    browser.events.clear()
    browser.ask("Page.navigate", {"url": "file://" + os.path.abspath(path)})
    browser.wait("Page.loadEventFired")
    for width, scheme in ((WIDE, "light"), (WIDE, "dark"), (NARROW, "light"), (NARROW, "dark")):
        show(browser, width, scheme)
        wide = browser.value("document.documentElement.scrollWidth")
        if wide > width:
            said.append(f"scrolls sideways at {width}: {wide} pixels wide")
        said += [f"{width} {scheme}: {f}" for f in browser.value(FAULTS) + browser.value(CHARTS)]
        text[scheme] = browser.value("document.body.innerText")
        picture(browser, f"{png}/page-{name}-{width}-{scheme}.png")
        if scheme == "dark" and text["dark"] != text["light"]:
            said.append(f"light and dark say different things at {width}")
    show(browser, WIDE, "light")
    sheets = printed(browser, f"{png}/../pdf/page-{name}.pdf")
    if name in ONE_SHEET and sheets != 1:
        said.append(f"prints on {sheets} A3 sheets, not on one")
    return said + list(errors(browser.events))


def main(pages, png):
    program = shutil.which("chromium") or shutil.which("chromium-browser") or "google-chrome"
    browser = Browser(program)
    bad = n = 0
    try:
        for path in sorted(glob.glob(f"{pages}/*.html")):
            for said in look(browser, path, png):
                print(f"{os.path.basename(path)}: {said}", file=sys.stderr)
                bad += 1
            n += 1
    finally:
        browser.close()
    print(f"{n} pages, {bad} complaints")
    return 1 if bad or not n else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
