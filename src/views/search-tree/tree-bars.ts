import type { NodeId } from '#run/search-events.ts';
import { tree } from '#words/en/tree.ts';
import { classes } from '#views/classes.ts';
import { type Camera, type Size } from './camera.ts';
import { barBox } from './text-places.ts';
import type { Scene, SceneBar } from './tree-scene.ts';
import { valueColour } from './value-ramp.ts';
import styles from './tree-bars.module.css';

/** The buttons that stand for what is not drawn node by node; those in sight are elements. */
export interface TreeBars {
  readonly element: HTMLElement;
  draw(scene: Scene, camera: Camera, size: Size): void;
  /** Moves the keyboard onto the bar of a node's children; false where it is not in sight. */
  focus(parent: NodeId): boolean;
}

interface Button {
  readonly element: HTMLButtonElement;
  readonly range: HTMLElement;
  readonly text: HTMLElement;
  bar: SceneBar | null;
}

/** @param onOpen a person opened the bar of this node's children. */
export function createTreeBars(onOpen: (parent: NodeId) => void): TreeBars {
  const element = document.createElement('div');
  element.className = classes(styles.root);
  const buttons = new Map<NodeId, Button>();

  function enter(parent: NodeId): Button {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = classes(styles.bar);
    // The picture's arrow keys lead here.
    button.tabIndex = -1;
    button.dataset.parent = String(parent);
    const strip = document.createElement('span');
    strip.className = classes(styles.strip);
    const range = document.createElement('span');
    range.className = classes(styles.range);
    strip.append(range);
    const text = document.createElement('span');
    button.append(strip, text);
    button.addEventListener('click', () => onOpen(parent));
    element.append(button);
    return { element: button, range, text, bar: null };
  }

  return {
    element,
    draw(scene, camera, size) {
      const { direction } = scene.layout;
      element.dataset.direction = direction;
      element.toggleAttribute('data-close', (direction === 'right' ? camera.ky : camera.kx) < 12);
      const gone = new Set(buttons.keys());
      for (const bar of scene.bars) {
        const { left, right, top, bottom } = barBox(scene, camera, bar);
        if (right < 0 || left > size.width || bottom < 0 || top > size.height) continue;
        gone.delete(bar.parent);
        let button = buttons.get(bar.parent);
        if (!button) buttons.set(bar.parent, (button = enter(bar.parent)));
        if (button.bar !== bar) look(button, bar);
        button.bar = bar;
        button.element.style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px)`;
      }
      for (const parent of gone) {
        buttons.get(parent)?.element.remove();
        buttons.delete(parent);
      }
    },
    focus(parent) {
      const button = buttons.get(parent);
      button?.element.focus();
      return button !== undefined;
    },
  };
}

function look({ element, range, text, bar: before }: Button, bar: SceneBar): void {
  const { count, values, touched, dim } = bar;
  element.toggleAttribute('data-touched', touched);
  element.toggleAttribute('data-dim', dim);
  // A text that is written anew is laid out anew, even if it says the same.
  if (before && before.count === count && sameValues(before.values, values)) return;
  element.setAttribute('aria-label', tree.bar({ count, values }));
  element.title = tree.bar({ count, values });
  if (before?.count !== count) text.textContent = tree.hidden(count);
  range.hidden = values === null;
  if (!values) return;
  const { low, high } = values;
  range.style.left = `${(100 * low).toFixed(0)}%`;
  range.style.width = `${Math.max(8, 100 * (high - low)).toFixed(0)}%`;
  range.style.background = `linear-gradient(to right, ${valueColour(low)}, ${valueColour(high)})`;
}

const sameValues = (a: SceneBar['values'], b: SceneBar['values']): boolean =>
  a?.low === b?.low && a?.high === b?.high && a?.logged === b?.logged;
