import { languageCodes } from '../../preload/contract/languages';
import { scenes } from '../screens/scenes';

/**
 * The page of `npm run gallery`: every screen in every state, and every part of `renderer/ui`, in frames next to each
 * other. What is shown and how is in the address, so that a look can be shared.
 */

const choices = {
  theme: ['light', 'dark', 'system'],
  language: languageCodes,
  density: ['comfortable', 'compact'],
  size: ['1280x800', '1920x1080', '1024x640'],
  zoom: ['fit', '100 %', '50 %'],
} as const;
type Choice = keyof typeof choices;
const all = 'all';
const componentsName = 'components';

const list = document.querySelector<HTMLElement>('#list')!;
const look = document.querySelector<HTMLFormElement>('#look')!;
const frames = document.querySelector<HTMLElement>('#frames')!;
const params = new URLSearchParams(location.search);

function shownName(): string {
  return params.get('show') ?? componentsName;
}

/** The chosen values of a choice; several if all are compared. */
function valuesOf(choice: Choice): readonly string[] {
  const chosen = params.get(choice) ?? choices[choice][0];
  return chosen === all ? choices[choice] : [chosen];
}

function change(name: string, value: string): void {
  params.set(name, value);
  history.replaceState(null, '', `?${params.toString()}`);
  draw();
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
}

function linkTo(name: string, text: string): HTMLAnchorElement {
  const link = element('a', text);
  const own = new URLSearchParams(params);
  own.set('show', name);
  link.href = `?${own.toString()}`;
  if (name === shownName()) link.setAttribute('aria-current', 'page');
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    change('show', name);
  });
  return link;
}

function drawList(): void {
  const screens = [...new Set(scenes.map(({ screen }) => screen))];
  list.replaceChildren(
    linkTo(componentsName, 'Components'),
    ...screens.flatMap((screen) => [
      element('h2', screen),
      ...scenes.filter((scene) => scene.screen === screen).map(({ state }) => linkTo(`${screen}-${state}`, state)),
    ]),
  );
}

function drawLook(): void {
  const labels = (Object.keys(choices) as Choice[]).map((choice) => {
    const select = element('select');
    const offersAll = choice === 'theme' || choice === 'language' || choice === 'density';
    for (const value of offersAll ? [...choices[choice], all] : choices[choice]) select.append(new Option(value));
    select.value = params.get(choice) ?? choices[choice][0];
    select.addEventListener('change', () => {
      change(choice, select.value);
    });
    return element('label', choice, select);
  });
  look.replaceChildren(...labels);
}

function scaleFor(width: number): number {
  const [zoom] = valuesOf('zoom');
  if (zoom === '100 %') return 1;
  if (zoom === '50 %') return 0.5;
  return Math.min(1, (frames.clientWidth - 34) / width);
}

function frameOf(theme: string, language: string, density: string): HTMLElement {
  const [width = 0, height = 0] = (valuesOf('size')[0] ?? '').split('x').map(Number);
  const name = shownName();
  const query = new URLSearchParams({ theme, language, density });
  if (name !== componentsName) query.set('scene', name);
  const scale = scaleFor(width);
  const iframe = element('iframe');
  iframe.title = `${name}, ${theme}, ${language}, ${density}`;
  iframe.src = `./frame.html?${query.toString()}`;
  iframe.width = String(width);
  iframe.height = String(height);
  iframe.style.transform = `scale(${scale})`;
  const page = element('div', iframe);
  page.className = 'page';
  page.style.inlineSize = `${width * scale}px`;
  page.style.blockSize = `${height * scale}px`;
  return element('figure', element('figcaption', iframe.title), page);
}

function draw(): void {
  drawList();
  drawLook();
  frames.replaceChildren(
    ...valuesOf('theme').flatMap((theme) =>
      valuesOf('language').flatMap((language) =>
        valuesOf('density').map((density) => frameOf(theme, language, density)),
      ),
    ),
  );
}

draw();
