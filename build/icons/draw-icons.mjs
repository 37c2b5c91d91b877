/**
 * Draws the icons from their sources. The icons are committed, so this runs only when a source changed:
 * node build/run/with-display.mjs <electron> build/icons --no-sandbox
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { app, BrowserWindow } from 'electron';

const folder = import.meta.dirname;
const appSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const trayStates = ['live', 'catchingUp', 'attention', 'stale', 'offline', 'visible'];
const traySize = 22;

/** @typedef {{ source: string, size: number, target: string }} Icon */

/** @type {readonly Icon[]} */
const pictures = [
  ...appSizes.map((size) => ({ source: 'app', size, target: `app/${size}x${size}.png` })),
  { source: 'app', size: 1024, target: 'icon.png' },
  ...trayStates.flatMap((state) => [
    { source: state, size: traySize, target: `tray/${state}.png` },
    { source: state, size: 2 * traySize, target: `tray/${state}@2x.png` },
  ]),
];

/**
 * @param {BrowserWindow} window
 * @param {Icon} icon
 */
async function draw(window, { source, size, target }) {
  const svg = await readFile(join(folder, 'source', `${source}.svg`), 'utf8');
  const url = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  /** @type {string} */
  const png = await window.webContents.executeJavaScript(`
    new Promise((resolve, reject) => {
      const image = new Image();
      image.onerror = () => reject(new Error('not an image'));
      image.onload = () => {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = ${size};
        const context = canvas.getContext('2d');
        context.imageSmoothingQuality = 'high';
        context.drawImage(image, 0, 0, ${size}, ${size});
        resolve(canvas.toDataURL('image/png').split(',')[1]);
      };
      image.src = ${JSON.stringify(url)};
    })`);
  const path = join(folder, target);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, Buffer.from(png, 'base64'));
}

async function drawAll() {
  const window = new BrowserWindow({ show: false });
  await window.loadURL('data:text/html,<title>icons</title>');
  for (const icon of pictures) await draw(window, icon);
}

app
  .whenReady()
  .then(drawAll)
  .then(
    () => app.exit(0),
    (failure) => {
      process.stderr.write(`${String(failure)}\n`);
      app.exit(1);
    },
  );
