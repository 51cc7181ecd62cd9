import { useId, useState } from 'react';
import { questionLimits, type QuestionProblem } from '../../../experiment/problem.ts';

/** A problem in words and, where the person knows it, its answer. An empty text is not taken over, and said. */
export function QuestionForm({ problem, onChange }: { readonly problem: QuestionProblem; readonly onChange: (problem: QuestionProblem) => void }) {
  const [textId, answerId, helpId] = [useId(), useId(), useId()];
  /** What was typed in place of a text that still counts. */
  const [blank, setBlank] = useState<{ readonly typed: string; readonly instead: string } | null>(null);
  const empty = blank?.instead === problem.text ? blank : null;
  const put = (text: string, answer = '') => onChange({ family: 'question', text, ...(answer.trim() === '' ? {} : { answer }) });
  return (
    <div className="problem-form">
      <label className="knob-label" htmlFor={textId}>Problem in words</label>
      <textarea id={textId} className="field-text question-text" rows={5} maxLength={questionLimits.text} value={empty?.typed ?? problem.text} aria-invalid={empty !== null} aria-describedby={helpId}
        onChange={({ currentTarget: { value } }) => {
          const isBlank = value.trim() === '';
          setBlank(isBlank ? { typed: value, instead: problem.text } : null);
          if (!isBlank) put(value, problem.answer);
        }} />
      {empty && <p className="setup-invalid" role="alert">Write the problem down; until then the last one counts.</p>}
      <label className="knob-label" htmlFor={answerId}>Right answer, where you know it</label>
      <input id={answerId} className="field-text" type="text" maxLength={questionLimits.answer} value={problem.answer ?? ''} onChange={({ currentTarget: { value } }) => put(problem.text, value)} />
      <p className="knob-help" id={helpId}>For models that follow instructions. They never see the right answer; without one, nothing is called right or wrong.</p>
    </div>
  );
}
