import { useState } from 'react';
import { sharing } from '#words/en/sharing.ts';
import { laterPart } from '../later-part.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { TabList, tabPanel } from '../ui/tabs.tsx';
import { ShareLink } from './share-link.tsx';
import { ShareEmbed } from './share-embed.tsx';
import { SharePicture } from './share-picture.tsx';
import styles from './share-panel.module.css';

/** Fetched when it is first looked at: nothing else needs the prompts and programs. */
const codePart = laterPart(() => import('./share-code.tsx'));
const ShareCode = lazyPart(codePart, (part) => part.ShareCode);

const ways = {
  'share-link': ShareLink,
  'share-picture': SharePicture,
  'share-embed': ShareEmbed,
  'share-code': ShareCode,
} as const;
const words = {
  'share-link': 'link',
  'share-picture': 'picture',
  'share-embed': 'embed',
  'share-code': 'code',
} as const;
type Way = keyof typeof ways;
const inOrder: readonly Way[] = ['share-link', 'share-picture', 'share-embed', 'share-code'];

/** Link, picture and embedding of what is on the stage. */
export function SharePanel() {
  const [way, show] = useState<Way>('share-link');
  const Form = ways[way];
  return (
    <>
      <div className={styles.bar}>
        <TabList
          label={sharing.views}
          current={way}
          onChange={show}
          tabs={inOrder.map((id) => ({ id, label: sharing.tabs[words[id]] }))}
        />
      </div>
      <div className={styles.panel} {...tabPanel(way)}>
        <Form />
      </div>
    </>
  );
}
