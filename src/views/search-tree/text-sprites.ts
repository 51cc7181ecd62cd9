/** How a text of the picture looks. */
export interface TextLook {
  /** As a canvas takes it. */
  readonly font: string;
  /** Of its type, in pixels of the page. */
  readonly size: number;
  readonly ink: string;
  /** Of the halo that sets it off from lines behind it. */
  readonly ground: string;
  /** Pixels that the halo reaches below the baseline, where it is not to go all around. */
  readonly below?: number | undefined;
}

/** Texts that are kept drawn; each takes about as many bytes as a page of text. */
const most = 500;
const halo = 4;
const sprites = new Map<string, HTMLCanvasElement>();

/**
 * Writes a text with its halo, its baseline at x and y in pixels of the page. The halo is most of what a picture costs, so that
 * each text is drawn once and then copied, pixel by pixel; it stands on whole pixels of the screen for that.
 */
export function writeText(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  look: TextLook,
): void {
  const ratio = context.getTransform().a;
  const name = `${text}\n${look.font}\n${look.ink}\n${look.ground}\n${look.below}\n${ratio}`;
  let sprite = sprites.get(name);
  if (!sprite) {
    sprite = drawn(text, look, ratio);
    // A font that has not come yet would stay away.
    if (document.fonts.check(look.font)) sprites.set(name, sprite);
    if (sprites.size > most)
      for (const oldest of [...sprites.keys()].slice(0, most / 4)) sprites.delete(oldest);
  }
  const left = Math.round((x - halo) * ratio) / ratio;
  const top = Math.round((y - rise(look)) * ratio) / ratio;
  context.drawImage(sprite, left, top, sprite.width / ratio, sprite.height / ratio);
}

/** From the sprite's top to its baseline. */
const rise = ({ size }: TextLook): number => Math.ceil(1.1 * size) + halo;

function drawn(text: string, look: TextLook, ratio: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  context.font = look.font;
  canvas.width = Math.ceil((context.measureText(text).width + 2 * halo) * ratio);
  canvas.height = Math.ceil((rise(look) + (look.below ?? 0.4 * look.size + halo)) * ratio);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  // A canvas that gets a size forgets the rest.
  context.font = look.font;
  context.lineWidth = halo;
  context.lineJoin = 'round';
  context.strokeStyle = look.ground;
  context.strokeText(text, halo, rise(look));
  context.fillStyle = look.ink;
  context.fillText(text, halo, rise(look));
  return canvas;
}
