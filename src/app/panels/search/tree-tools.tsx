import { memo, type RefObject, useSyncExternalStore } from 'react';
import type { CameraMode } from '#views/search-tree/camera.ts';
import type { SearchTreeHandle } from '#views/search-tree/search-tree.tsx';
import type { TreeLooks } from '#views/search-tree/use-tree-picture.ts';
import type { Direction } from '#views/search-tree/tree-layout.ts';
import { useSpoken } from '#views/use-spoken.ts';
import { classes } from '#views/classes.ts';
import { search } from '#words/en/search.ts';
import { tree as words } from '#words/en/tree.ts';
import { Icon } from '#app/ui/icon.tsx';
import { useKeyHint } from '#app/ui/key-hint.ts';
import styles from './tree-tools.module.css';

interface TreeToolsProps {
  readonly mode: CameraMode;
  readonly looks: TreeLooks;
  readonly way: Direction;
  readonly strip: boolean;
  readonly outlined: boolean;
  readonly tree: RefObject<SearchTreeHandle | null>;
  readonly onMode: (mode: CameraMode) => void;
  readonly onDirection: (way: Direction) => void;
  readonly onOverview: (wish: 'on' | 'off') => void;
  readonly onOutline: (wish: 'on' | 'off') => void;
}

/** Over the picture's corner. They stay as they are while the tree grows. */
export const TreeTools = memo(function TreeTools({
  mode,
  looks,
  way,
  strip,
  outlined,
  tree,
  onMode,
  onDirection,
  onOverview,
  onOutline,
}: TreeToolsProps) {
  useSpoken();
  const hint = useKeyHint();
  const isWhole = useSyncExternalStore(looks.subscribe, () => looks.current()?.whole ?? false);
  const shown = mode === 'small' ? (isWhole ? 'fit' : 'follow') : mode;
  return (
    <fieldset className={styles.root} aria-label={search.tree.tools}>
      <button
        type="button"
        className="button button-small"
        aria-pressed={shown === 'follow'}
        title={search.tree.followHelp}
        onClick={() => onMode('follow')}
      >
        {search.tree.follow}
      </button>
      <button
        type="button"
        className="button button-small"
        aria-pressed={shown === 'fit'}
        title={hint(search.tree.fitHelp)}
        onClick={() => onMode('fit')}
      >
        {search.tree.fit}
      </button>
      <button
        type="button"
        className={classes('button button-small button-icon', styles.zoom)}
        aria-label={search.tree.zoomIn}
        title={search.tree.zoomIn}
        onClick={() => tree.current?.zoomBy(1.3)}
      >
        <Icon name="plus" size={14} />
      </button>
      <button
        type="button"
        className={classes('button button-small button-icon', styles.zoom)}
        aria-label={search.tree.zoomOut}
        title={search.tree.zoomOut}
        onClick={() => tree.current?.zoomBy(1 / 1.3)}
      >
        <Icon name="none" size={14} />
      </button>
      <button
        type="button"
        className="button button-small button-icon"
        aria-label={way === 'right' ? search.tree.down : search.tree.right}
        title={way === 'right' ? search.tree.down : search.tree.right}
        onClick={() => onDirection(way === 'right' ? 'down' : 'right')}
      >
        <Icon name={way === 'right' ? 'growDown' : 'growRight'} size={15} />
      </button>
      <button
        type="button"
        className="button button-small"
        aria-pressed={strip}
        title={words.overviewHelp}
        onClick={() => onOverview(strip ? 'off' : 'on')}
      >
        {search.tree.overview}
      </button>
      <button
        type="button"
        className="button button-small"
        aria-expanded={outlined}
        aria-controls="tree-outline"
        onClick={() => onOutline(outlined ? 'off' : 'on')}
      >
        {search.tree.outline}
      </button>
    </fieldset>
  );
});
