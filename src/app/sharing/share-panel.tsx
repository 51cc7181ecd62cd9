import { useState } from 'react';
import { sharing } from '#words/en/sharing.ts';
import { TabList, tabPanel } from '../ui/tabs.tsx';
import { ShareLink } from './share-link.tsx';
import styles from './share-panel.module.css';

const ways = { 'share-link': ShareLink } as const;
const names = { 'share-link': sharing.tabs.link } as const;
type Way = keyof typeof ways;
const inOrder: readonly Way[] = ['share-link'];

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
          tabs={inOrder.map((id) => ({ id, label: names[id] }))}
        />
      </div>
      <div className={styles.panel} {...tabPanel(way)}>
        <Form />
      </div>
    </>
  );
}
