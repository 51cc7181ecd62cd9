import type { Picture } from './picture.ts';

/** Browsers draw no larger ones. */
const mostPixels = 32e6;

/** A picture as pixels, or on a larger ground of its colour. It is drawn with the page's own fonts, which a picture on its own may not fetch. */
export async function rasterOf(
  { svg, width, height, ground }: Picture,
  scale: number,
  size?: { readonly width: number; readonly height: number },
): Promise<HTMLCanvasElement> {
  const fits = Math.min(scale, Math.sqrt(mostPixels / (width * height)));
  const canvas = document.createElement('canvas');
  const [w, h] = [Math.round(width * fits), Math.round(height * fits)];
  canvas.width = size?.width ?? w;
  canvas.height = size?.height ?? h;
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new DOMException('no canvas', 'NotSupportedError');
  const image = new Image();
  const fonts = await fontFaces();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.replace('<title>', `<style>${fonts}</style><title>`))}`;
  await image.decode();
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, w, h);
  return canvas;
}

export async function pngOf(picture: Picture, scale = 2): Promise<Blob> {
  const canvas = await rasterOf(picture, scale);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new DOMException('no image', 'EncodingError')))),
  );
}

let faces: Promise<string> | null = null;

/** The page's fonts as text, so that they are in the picture; without those that do not come. */
function fontFaces(): Promise<string> {
  return (faces ??= (async () => {
    const rules = [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule instanceof CSSFontFaceRule);
    const texts = await Promise.all(
      rules.map(async (rule) => {
        const [, address] = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src')) ?? [];
        if (address === undefined) return '';
        try {
          const font = await fetch(new URL(address, rule.parentStyleSheet?.href ?? location.href));
          return rule.cssText.replace(/src:[^;]+;/, `src:url(${await dataUrl(await font.blob())});`);
        } catch {
          return '';
        }
      }),
    );
    return texts.join('');
  })());
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.onerror = () => reject(reader.error ?? new DOMException('unread', 'NotReadableError'));
    reader.readAsDataURL(blob);
  });
}
