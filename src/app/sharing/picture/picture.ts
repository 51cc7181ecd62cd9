import { drawPage } from './draw-page.ts';
import { svgNode } from './inline-svg.ts';

/** The words of a picture. */
export interface PictureWords {
  /** What is seen, for who cannot see it and for a pointer that rests on it. */
  readonly name: string;
  /** Above the picture; null where there is none. */
  readonly title: string | null;
  /** Which experiment it is of. */
  readonly caption: string;
  /** Where it can be seen moving. */
  readonly link: string;
}

export interface Picture {
  /** A document of its own. */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** The part of the page in it. */
  readonly inner: { readonly width: number; readonly height: number };
  /** Its background's colour. */
  readonly ground: string;
}

export type PictureTheme = 'light' | 'dark';

const pad = 20;
const narrowest = 420;
/** A link may be some kilobytes, which nobody reads in a picture. */
const longestLink = 160;

/** A part of the page as a picture in a theme, with words above and below it. @param least what it is to measure inside */
export function pictureOf(
  root: HTMLElement,
  words: PictureWords,
  theme: PictureTheme,
  least: Picture['inner'] = { width: 0, height: 0 },
): Picture {
  return inTheme(theme, () => {
    for (const animation of root.getAnimations({ subtree: true })) finish(animation);
    const { content, width: itsWidth, height: itsHeight } = drawPage(root);
    const inner = Math.max(least.width, itsWidth);
    const drawn = Math.max(least.height, itsHeight);
    const page = getComputedStyle(document.documentElement);
    const colour = (name: string) => page.getPropertyValue(name).trim();
    const width = Math.max(narrowest, inner) + 2 * pad;
    const svg = svgNode('svg');
    const line = (y: number, size: number, text: string, more: Readonly<Record<string, string | number>>) => {
      const made = svgNode('text', {
        x: pad,
        y,
        'font-size': size,
        'font-family': colour('--sans'),
        ...more,
      });
      made.textContent = text;
      return made;
    };
    const body: SVGElement[] = [];
    let y = pad;
    if (words.title !== null) {
      y += 22;
      for (const text of wrapped(words.title, width - 2 * pad, 11)) {
        body.push(line(y, 22, text, { 'font-weight': 600, fill: colour('--ink') }));
        y += 28;
      }
    }
    content.setAttribute('transform', `translate(${pad},${y})`);
    body.push(content);
    y += drawn + 14;
    body.push(svgNode('rect', { x: pad, y, width: width - 2 * pad, height: 1, fill: colour('--line') }));
    y += 22;
    for (const text of wrapped(words.caption, width - 2 * pad, 6.2)) {
      body.push(line(y, 14, text, { fill: colour('--ink-2') }));
      y += 19;
    }
    if (words.link.length <= longestLink)
      for (const text of wrapped(words.link, width - 2 * pad, 6.8)) {
        body.push(line(y, 11, text, { fill: colour('--ink-3'), 'font-family': colour('--mono') }));
        y += 15;
      }
    const height = Math.ceil(y + pad / 2);
    const [name, description] = [svgNode('title'), svgNode('desc')];
    name.textContent = words.title ?? words.name;
    description.textContent = `${words.name}. ${words.caption}. ${words.link}`;
    for (const [key, value] of Object.entries({
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
    }))
      svg.setAttribute(key, String(value));
    svg.append(name, description, svgNode('rect', { width, height, fill: colour('--ground') }), ...body);
    return {
      svg: new XMLSerializer().serializeToString(svg),
      width,
      height,
      inner: { width: inner, height: drawn },
      ground: colour('--ground'),
    };
  });
}

/** What moves is at its end at once; what moves for ever has none. */
function finish(animation: Animation): void {
  try {
    animation.finish();
  } catch {
    animation.cancel();
  }
}

/** Puts the page into a theme for as long as something is read of it: nothing is painted in between. */
function inTheme<Read>(theme: PictureTheme, read: () => Read): Read {
  const root = document.documentElement;
  const before = root.dataset['theme'];
  // Colours would glide, and be read at the beginning of their way.
  const still = new CSSStyleSheet();
  still.replaceSync(`${['*', '*::before', '*::after'].join()}{transition:none!important}`);
  const { adoptedStyleSheets } = document;
  document.adoptedStyleSheets = [...adoptedStyleSheets, still];
  root.dataset['theme'] = theme;
  try {
    return read();
  } finally {
    root.dataset['theme'] = before;
    document.adoptedStyleSheets = adoptedStyleSheets;
  }
}

/** A text in lines of about a width; a word that is longer is cut. @param character pixels of one, about */
function wrapped(text: string, width: number, character: number): readonly string[] {
  const most = Math.max(8, Math.floor(width / character));
  const words = text.split(' ').flatMap((word) => word.match(new RegExp(`.{1,${most}}`, 'gu')) ?? []);
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
