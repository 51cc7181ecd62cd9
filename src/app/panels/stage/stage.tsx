import { votePicture } from '../../../views/vote-histogram/vote-rows.ts';
import { useMemo } from 'react';
import { useActions, useApp } from '../../store/use-app.tsx';
import { TabList, tabPanel } from '../../ui/tabs.tsx';
import { Icon } from '../../ui/icon.tsx';
import { EmptyStage } from './empty-stage.tsx';
import { Opening, OpeningFailure, useOpening } from './opening.tsx';
import { RunHeading } from './run-heading.tsx';
import { Thoughts } from './thoughts.tsx';
import { VoteStrip } from './vote-strip.tsx';
import { Votes } from './votes.tsx';

/** The middle of the page: the run as far as the cursor. What a new run has to say before its first step floats above it. */
export function Stage() {
  const hasLog = useApp((state) => state.log !== null);
  const opening = useOpening();
  return (
    <main className="stage" id="stage" tabIndex={-1} aria-label="Run">
      {hasLog ? <RunStage /> : <EmptyStage />}
      {hasLog && <div className="stage-float">{opening ? <Opening /> : <OpeningFailure />}</div>}
    </main>
  );
}

function RunStage() {
  const app = useActions();
  const view = useApp((state) => state.view);
  const tab = useApp((state) => state.tab);
  const picture = useMemo(() => votePicture(view), [view]);
  const kind = view.experiment?.strategy.kind;
  const voting = kind === 'self-consistency' || kind === 'adaptive-consistency' || picture.votes > 0;
  return (
    <>
      <RunHeading />
      <div className="stage-bar">
        <TabList label="Views of the run" current={tab} onChange={app.showTab}
          tabs={[
            { id: 'thoughts', label: 'Thoughts', count: view.sequences.length },
            { id: 'votes', label: 'Votes', count: picture.votes },
          ]} />
        {tab === 'thoughts' && <ThoughtsTools />}
      </div>
      {tab === 'thoughts' ? (
        <div className="stage-panel" {...tabPanel('thoughts')}>
          {voting && <VoteStrip picture={picture} running={view.status === 'running'} />}
          <Thoughts view={view} />
        </div>
      ) : (
        <div className="stage-panel" {...tabPanel('votes')}>
          <Votes view={view} picture={picture} voting={voting} />
        </div>
      )}
    </>
  );
}

function ThoughtsTools() {
  const app = useActions();
  const show = useApp((state) => state.showThinking);
  const enlarged = useApp((state) => state.enlarged);
  return (
    <div className="stage-tools">
      {enlarged !== null && (
        <button type="button" className="button button-small" onClick={() => app.enlarge(null)}><Icon name="back" size={14} />All traces</button>
      )}
      <span className="legend">
        <span className="hidden-visually">Underlined tokens: the model was in doubt. The thicker the line, the less likely the token.</span>
        <span aria-hidden="true"><span className="legend-word">unsure</span> <span className="legend-step" data-doubt="3">70–90</span> <span className="legend-step" data-doubt="2">50–70</span> <span className="legend-step" data-doubt="1">25–50</span> <span className="legend-step" data-doubt="0">&lt; 25 %</span></span>
      </span>
      <button type="button" className="button button-small" aria-pressed={show} onClick={() => app.showThinking(!show)}>
        {show ? 'Hide thinking' : 'Show thinking'}
      </button>
    </div>
  );
}
